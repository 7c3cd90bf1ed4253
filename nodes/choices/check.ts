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
      mistake(`options.${index}.id`, 'Another option has the id "{id}" too; each needs its own', {
        id: ids[index] ?? '',
      }),
    ),
    ...ids.flatMap((id, index) =>
      OWN_PORTS.includes(id)
        ? [mistake(`options.${index}.id`, 'The id "{id}" belongs to another way out; choose another', { id })]
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
        ? [
            warning(field, '"{synonym}" also means "{label}"; who writes it gets the first of the two', {
              synonym,
              label: other.label,
            }),
          ]
        : [];
    }),
  );
  return [
    ...same.map((index) =>
      mistake(`options.${index}.label`, 'Another option reads "{label}" too; nobody could tell them apart', {
        label: options[index]?.label ?? '',
      }),
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
    const says = twins.includes(index)
      ? 'Too long: the phone shows only "{shown}", the same as for another option; shorten it'
      : 'Too long: the phone shows only "{shown}"; {room} characters have room';
    return [warning(`options.${index}.label`, says, { shown: shown[index] ?? '', room })];
  });
}

const cut = (label: string, room: number): string =>
  [...label].length <= room ? label : `${[...label].slice(0, room - 1).join('')}…`;
