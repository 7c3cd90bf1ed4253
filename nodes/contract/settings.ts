/** What an operator sets for the whole workspace. */
export interface Settings {
  /** IANA; the zone of dates and times in texts. */
  readonly timeZone: string;
  /** Whole messages that mean "write to me no more", those that take it back, and what we answer to each. */
  readonly optOut: {
    readonly stop: readonly string[];
    readonly start: readonly string[];
    readonly stopped: string;
    readonly started: string;
  };
}
