import type { NumberView } from '../../server/api/contract.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { numberTexts } from './texts.ts';

/** What is known of a number, in words. */
export interface Facts {
  readonly quality: string;
  readonly rate: string;
  readonly waiting: string;
  readonly failures: string;
  readonly lastInbound: string;
  readonly flows: string;
  readonly limit: string;
  readonly checkedAt: string;
  /** Why it stands as it does. */
  readonly why: string;
}

/** Puts the facts of numbers into words. */
export function useFacts(): (number: NumberView) => Facts {
  const t = useTexts(numberTexts);
  const { locale } = useWords();
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const whyOf = ({ state, trouble }: NumberView): string =>
    state === 'trouble' ? (trouble ?? '') : t(`${state}Why`);
  const whenOf = (at: number | undefined): string => (at === undefined ? t('never') : when.format(at));
  const limitOf = (limit: number | undefined): string =>
    limit === 0 ? t('unlimited') : limit === undefined ? t('unknown') : count.format(limit);
  return (number) => {
    const { quality, rate, perSecond, waiting, failures, lastInboundAt, flows, limit, checkedAt } = number;
    const most = count.format(perSecond);
    return {
      quality: t(quality ?? 'unknown'),
      rate:
        rate === undefined || rate >= perSecond
          ? t('upTo', { most })
          : t('rateOf', { rate: count.format(rate), most }),
      waiting: waiting > 0 ? t('waitingN', { n: waiting }) : t('none'),
      failures: failures > 0 ? t('failuresN', { n: failures }) : t('none'),
      lastInbound: whenOf(lastInboundAt),
      flows: flows ? t('someFlows', { n: flows.length }) : t('allFlows'),
      limit: limitOf(limit),
      checkedAt: whenOf(checkedAt),
      why: whyOf(number),
    };
  };
}
