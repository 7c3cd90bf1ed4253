import type { Document } from './values/document.ts';

/** A command or a single write that is refused, in MongoDB's own terms: numeric code, code name, sentence, details. */
export class Refusal extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly details: Document;

  constructor(code: number, codeName: string, message: string, details: Document = {}) {
    super(message);
    this.code = code;
    this.codeName = codeName;
    this.details = details;
  }
}

/** Code 2: a value that makes no sense where it stands. */
export const badValue = (message: string): Refusal => new Refusal(2, 'BadValue', message);

/** Code 9: a command or expression that cannot be read. */
export const failedToParse = (message: string): Refusal => new Refusal(9, 'FailedToParse', message);

/** Code 14: a value of the wrong type. */
export const typeMismatch = (message: string): Refusal => new Refusal(14, 'TypeMismatch', message);

/** Code 28: a path that leads through something which is not a document. */
export const pathNotViable = (message: string): Refusal => new Refusal(28, 'PathNotViable', message);

/** Code 66: a write that would change `_id`. */
export const immutableId = (message: string): Refusal => new Refusal(66, 'ImmutableField', message);

/** Code 115: something MongoDB can do and this engine does not. */
export const notSupported = (what: string): Refusal =>
  new Refusal(
    115,
    'CommandNotSupported',
    `${what} is not supported by the built-in database; use MongoDB for that`,
  );

/** Codes of MongoDB that have a number but no name: `Location40324`. */
export const location = (code: number, message: string): Refusal =>
  new Refusal(code, `Location${code}`, message);
