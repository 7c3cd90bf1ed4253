import { Refusal } from '../refusal.ts';
import type { Document } from '../values/document.ts';

/** Collects the refusals of single statements of a write, as `writeErrors` reports them. */
export class WriteErrors {
  readonly #ordered: boolean;
  readonly #errors: Document[] = [];

  constructor(command: Document) {
    this.#ordered = command['ordered'] !== false;
  }

  /** Whether the statements after a refused one are not to be tried. */
  get stop(): boolean {
    return this.#ordered && this.#errors.length > 0;
  }

  /** Runs one statement; false when it was refused. Any other error is ours and goes on. */
  attempt(index: number, statement: () => void): boolean {
    try {
      statement();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#errors.push({ index, code: error.code, ...error.details, errmsg: error.message });
      return false;
    }
  }

  reply(): Document {
    return this.#errors.length > 0 ? { writeErrors: this.#errors } : {};
  }
}
