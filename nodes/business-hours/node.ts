import { DateTime } from 'luxon';
import { type Calendar, explainHours, isOpen, nextOpening } from '../contract/calendar.ts';
import type { JsonObject } from '../contract/json.ts';
import { defineNode, leave } from '../contract/node-type.ts';
import { reasonsOfHours } from '../contract/reason-hours.ts';

/** Goes one way while the business is open and another while it is closed. */
export const node = defineNode({
  title: 'Business hours',
  doc: 'Goes one way while you are open and another while you are closed.',
  fresh: { calendar: '' },
  params: {
    type: 'object',
    required: ['calendar'],
    additionalProperties: false,
    properties: {
      calendar: { type: 'string', title: 'Calendar', format: 'calendar', minLength: 1 },
      saveAs: {
        type: 'string',
        title: 'Keep the hours as',
        description:
          'Then {{ hours.says }} is a text such as "closed for Songkran, opens Thursday 09:00"; also hours.open (yes or no) and hours.opensAt.',
        format: 'variable',
        examples: ['hours'],
      },
    },
  },
  ports: () => [
    { id: 'open', label: 'Open' },
    { id: 'closed', label: 'Closed' },
  ],
  enter: ({ params, at, calendar }) => {
    const hours = calendar(params.calendar);
    const port = hours && isOpen(hours, at) ? 'open' : 'closed';
    return leave(port, params.saveAs === undefined ? {} : { set: { [params.saveAs]: describe(hours, at) } });
  },
  why: ({ params, at, calendar }) => reasonsOfHours(calendar(params.calendar), at),
});

function describe(calendar: Calendar | undefined, at: number): JsonObject {
  if (!calendar) return { open: false, says: 'closed', opensAt: null };
  const open = isOpen(calendar, at);
  const opening = open ? undefined : nextOpening(calendar, at);
  return {
    open,
    says: explainHours(calendar, at),
    opensAt: opening === undefined ? null : inZone(opening, calendar.timeZone),
  };
}

const inZone = (moment: number, zone: string): string | null =>
  DateTime.fromMillis(moment, { zone }).toISO({ suppressMilliseconds: true });
