import type { Key } from '../lib/language.tsx';
import { useWords } from '../lib/language.tsx';

const GROUPS: readonly (readonly [group: string, key: Key])[] = [
  ['triggers', 'groupTriggers'],
  ['talk', 'groupTalk'],
  ['logic', 'groupLogic'],
  ['data', 'groupData'],
  ['people', 'groupPeople'],
  ['time', 'groupTime'],
];

/** What the colours of the boxes mean. */
export function Legend() {
  const { t } = useWords();
  return (
    <section className="flow-legend" aria-label={t('legend')}>
      {GROUPS.map(([group, key]) => (
        <span key={group} data-group={group}>
          <i />
          {t(key)}
        </span>
      ))}
    </section>
  );
}
