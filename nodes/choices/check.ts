import { fold } from '../contract/keywords.ts';
import type { Remark } from '../contract/node-type.ts';
import { mistake, repeats, warning } from '../contract/remark.ts';
import type { Choosable } from './find-option.ts';

const OWN_PORTS = ['notMatched', 'noReply', 'windowClosed'];

/** What is wrong with a list of options, for the author. */
export function checkOptions(options: readonly Choosable[]): readonly Remark[] {
  return [...checkIds(options), ...checkNames(options), ...checkShown(options)];
}

function checkIds(options: readonly Choosable[]): readonly Remark[] {
  const ids = options.map(({ id }) => id);
  return [
    ...repeats(ids).map((index) =>
      mistake(`options.${index}.id`, `Another option has the id "${ids[index]}"`),
    ),
    ...ids.flatMap((id, index) =>
      OWN_PORTS.includes(id)
        ? [mistake(`options.${index}.id`, `"${id}" is the name of another way out of this node`)]
        : [],
    ),
  ];
}

function checkNames(options: readonly Choosable[]): readonly Remark[] {
  const labels = options.map(({ label }) => fold(label));
  const same = repeats(labels).filter((index) => labels[index] !== '');
  const clashes = options.flatMap(({ synonyms = [] }, index) =>
    synonyms.flatMap((synonym, place) => {
      const other = options.find((option, at) => at !== index && names(option).includes(fold(synonym)));
      const field = `options.${index}.synonyms.${place}`;
      return other
        ? [warning(field, `"${synonym}" also means "${other.label}"; the first of the two is taken`)]
        : [];
    }),
  );
  return [
    ...same.map((index) =>
      mistake(`options.${index}.label`, `Another option reads "${options[index]?.label}" too`),
    ),
    ...clashes,
  ];
}

const names = ({ label, synonyms = [] }: Choosable): readonly string[] => [label, ...synonyms].map(fold);

/** WhatsApp shows 20 characters on a button and 24 in a list; numbered text has room for all. */
function checkShown(options: readonly Choosable[]): readonly Remark[] {
  const room = options.length <= 3 ? 20 : options.length <= 10 ? 24 : undefined;
  if (room === undefined) return [];
  const shown = options.map(({ label }) => cut(label, room));
  const twins = repeats(shown);
  return options.flatMap(({ label }, index) => {
    if (label === shown[index] || label.includes('{{')) return [];
    const twin = twins.includes(index) ? ', the same as for another option' : '';
    return [warning(`options.${index}.label`, `The phone shows only "${shown[index]}"${twin}`)];
  });
}

const cut = (label: string, room: number): string =>
  [...label].length <= room ? label : `${[...label].slice(0, room - 1).join('')}…`;
