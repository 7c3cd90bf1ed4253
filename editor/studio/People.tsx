import { Tooltip } from '@mantine/core';
import { useCanvas } from '../canvas/CanvasRoom.tsx';
import { useTexts } from '../lib/language.tsx';
import { studioTexts } from './texts.ts';

/** Who else has this flow open. */
export function People() {
  const t = useTexts(studioTexts);
  const people = useCanvas((state) => state.people);
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name).join(', ');
  return (
    <Tooltip label={t('peopleHere', { names })}>
      <span className="people-here" role="img" aria-label={t('peopleHere', { names })}>
        {people.slice(0, 5).map(({ id, name, colour }) => (
          <span key={id} className="person-here" style={{ background: colour }}>
            {[...name][0]?.toLocaleUpperCase()}
          </span>
        ))}
        {people.length > 5 && <span className="person-here">+{people.length - 5}</span>}
      </span>
    </Tooltip>
  );
}
