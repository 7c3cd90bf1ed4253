/** Answer of a modifier that leaves the field as it is. */
export const UNCHANGED: unique symbol = Symbol('unchanged');

/** Answer of a modifier that takes the field away. */
export const REMOVE: unique symbol = Symbol('remove');

/** Makes the new value of a field from the old one. It never changes the old value in place. */
export type Modifier = (value: unknown, present: boolean) => unknown;

/** Prepares a modifier from an operator's argument, or refuses it. */
export type ModifierBuilder = (argument: unknown, path: string) => Modifier;
