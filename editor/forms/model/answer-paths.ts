import { formats } from '../../../nodes/contract/formats.ts';

/** A name for the variable that a part of an answer goes to: the last word of its path, and free. */
export function variableFor(path: string, taken: readonly string[]): string {
  const words = path.split('.').filter((key) => !/^\d+$/.test(key));
  const plain = (words.at(-1) ?? 'part')
    .replace(/\W+/g, '_')
    .replace(/^(?=\d)/, '_')
    .slice(0, 40);
  const stem = formats.variable(plain) ? plain : `answer_${plain.replace(/^_+/, '') || 'part'}`;
  let name = stem;
  for (let n = 2; taken.includes(name); n += 1) name = `${stem}_${n}`;
  return name;
}
