import { Problem, problems } from './problems.ts';

/** A refusal as the description of the API tells it; `…` stands for what it is about. */
export interface ProblemKind {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  /** What it says, with one thing or another in the place of `…`. */
  readonly detail: string;
}

/** Every refusal there is, by status and code. */
export function problemList(): readonly ProblemKind[] {
  const kinds = Object.values(problems).map((make) => sample(make));
  return kinds.toSorted((a, b) => a.status - b.status || a.code.localeCompare(b.code));
}

/** One of a kind, made of nothing in particular: of names, or of the lists of mistakes that some are made of. */
function sample(make: (typeof problems)[keyof typeof problems]): ProblemKind {
  const made = [['…', '…'], [[]]].map((given): unknown => {
    try {
      return Reflect.apply(make, undefined, given);
    } catch {
      return undefined;
    }
  });
  const found = made.find((problem) => problem instanceof Problem && problem.message !== '');
  if (!(found instanceof Problem)) throw new Error(`a refusal cannot be described: ${make.name}`);
  const { code, status, title, message } = found;
  return { code, status, title, detail: message };
}
