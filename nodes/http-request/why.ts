import type { Event } from '../contract/event.ts';
import { type Reason, reason } from '../contract/reason.ts';

/** What the answer of the service was taken for. */
export function why(timeoutSeconds: number, event?: Event): readonly Reason[] {
  if (event?.type === 'httpAnswered') {
    const { status } = event;
    return [
      status >= 200 && status < 400
        ? reason('The service answered {status}: all is well', { status })
        : reason('The service answered {status}, which is a failure', { status }),
    ];
  }
  if (event?.type !== 'effectFailed') return [];
  return event.code === 'timeout'
    ? [reason('The service did not answer within {seconds} seconds', { seconds: timeoutSeconds })]
    : [reason('It failed: {reason}', { reason: event.reason })];
}
