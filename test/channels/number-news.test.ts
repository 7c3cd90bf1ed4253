import { expect, test } from 'vitest';
import { numberNewsIn } from '../../server/channels/whatsapp/number-news.ts';
import { limitOf } from '../../server/channels/whatsapp/numbers.ts';

test.each([
  ['TIER_250', 250],
  ['TIER_2K', 2_000],
  ['TIER_100K', 100_000],
  ['TIER_UNLIMITED', 0],
  ['TIER_NOT_SET', undefined],
  ['', undefined],
  [undefined, undefined],
])('the tier %s allows %s people a day', (tier, people) => {
  expect(limitOf(tier)).toBe(people);
});

test.each([
  [{ field: 'security', value: { event: 'PIN_CHANGED' } }, undefined],
  [{ field: 'account_update', value: null }, undefined],
  [{ field: 'account_update', value: [] }, undefined],
  [{ field: 'account_update', value: { event: 'MM_LITE_TERMS_SIGNED' } }, {}],
  [
    {
      field: 'phone_number_name_update',
      value: { display_phone_number: '+1 555-0100', decision: 'APPROVED', requested_verified_name: 'Shop' },
    },
    { display: '15550100', verifiedName: 'Shop' },
  ],
  [
    {
      field: 'phone_number_name_update',
      value: { display_phone_number: '1', decision: 'REJECTED', requested_verified_name: 'Shop' },
    },
    { display: '1' },
  ],
])('the notice %j says %j', (notice, expected) => {
  const news = numberNewsIn({ account: '900', ...notice });
  expect(news).toEqual(expected && { account: '900', ...expected });
});
