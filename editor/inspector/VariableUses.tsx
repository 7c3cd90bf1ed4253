import { useDesk } from '../desk/DeskContext.tsx';
import type { NodeVariables } from '../forms/variables.ts';
import { useTexts } from '../lib/language.tsx';
import { inspectorTexts } from './inspector-texts.ts';

/** What a box keeps, and who uses that. */
export function VariableUses({ variables }: { readonly variables: NodeVariables | undefined }) {
  const t = useTexts(inspectorTexts);
  const open = useDesk((desk) => desk.open);
  const sets = variables?.sets ?? [];
  if (sets.length === 0) return null;
  return (
    <section className="inspector-section">
      <h3>{t('variables')}</h3>
      <ul className="variable-uses">
        {sets.map(({ name, readBy }) => (
          <li key={name}>
            <code>{name}</code>
            {readBy.length === 0 ? (
              <span className="way-nowhere">{t('readByNobody')}</span>
            ) : (
              <span>
                {t('readBy', { nodes: '' })}
                {readBy.map(({ node, title }) => (
                  <button key={node} type="button" onClick={() => open(node)}>
                    {title}
                  </button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
