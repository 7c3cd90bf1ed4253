/** What a caller of the simulator's own API did wrong; answered as `application/problem+json`. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, sentence: string) {
    super(sentence);
    this.status = status;
    this.code = code;
  }
}

/** Every complaint of the phone page's API. */
export const problems = {
  unknownNumber: (id: string) => new Problem(404, 'simulator.unknown-number', `There is no number ${id}.`),
  unknownPhone: (id: string) => new Problem(404, 'simulator.unknown-phone', `There is no phone ${id}.`),
  unknownMessage: () => new Problem(404, 'simulator.unknown-message', 'There is no such message here.'),
  unknownMedia: () => new Problem(404, 'simulator.unknown-media', 'This file is not kept any more.'),
  unknownPath: (path: string) =>
    new Problem(404, 'simulator.unknown-path', `There is nothing at ${path.slice(0, 200)}.`),
  notOffered: () =>
    new Problem(422, 'simulator.not-offered', 'That message offers no such button or list row.'),
  invalid: (sentence: string) => new Problem(422, 'simulator.invalid', sentence),
  taken: (sentence: string) => new Problem(409, 'simulator.taken', sentence),
  tooLarge: () => new Problem(413, 'simulator.too-large', 'This is larger than the simulator takes.'),
  unreadable: () => new Problem(400, 'simulator.unreadable', 'The body is not valid JSON.'),
};
