/** A length of time as a form shows it. */
export interface DurationParts {
  readonly amount: number;
  readonly unit: DurationUnit;
}

export const DURATION_UNITS = ['s', 'm', 'h', 'd'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** `15m` as a number and a unit; undefined for what is no length of time. */
export function durationParts(text: string): DurationParts | undefined {
  const [, amount, unit] = /^([1-9]\d{0,5})([smhd])$/.exec(text) ?? [];
  const known = DURATION_UNITS.find((one) => one === unit);
  return amount === undefined || known === undefined ? undefined : { amount: Number(amount), unit: known };
}

/** The text of a length of time. What is below one or beyond measure is brought back to what can be written. */
export const durationText = ({ amount, unit }: DurationParts): string =>
  `${Math.min(999_999, Math.max(1, Math.round(amount)))}${unit}`;
