const HOUR = 3_600_000;

/** How long a contact may be answered freely: 24 hours after their last message. */
export const WINDOW_MS = 24 * HOUR;

/** When the customer service window closes, epoch ms; undefined for a contact who never wrote. */
export const windowClosesAt = (lastInboundAt: number | undefined): number | undefined =>
  lastInboundAt === undefined ? undefined : lastInboundAt + WINDOW_MS;

/**
 * Whether anything but an approved template may be sent at `at` (epoch ms).
 * Outside, Meta answers with Graph error 131047.
 */
export function isWindowOpen(lastInboundAt: number | undefined, at: number): boolean {
  const closesAt = windowClosesAt(lastInboundAt);
  return closesAt !== undefined && at < closesAt;
}
