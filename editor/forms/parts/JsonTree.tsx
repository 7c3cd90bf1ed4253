import { UnstyledButton } from '@mantine/core';
import { isObject, type Json, toText } from '../../../nodes/contract/json.ts';
import { useTexts } from '../../lib/language.tsx';
import { inside } from '../model/shape.ts';
import { callTexts } from '../texts/call-texts.ts';

interface JsonTreeProps {
  readonly value: Json;
  readonly path?: string;
  readonly taken: readonly string[];
  take(path: string): void;
}

/** More than this of one list or object is not drawn. */
const MOST = 50;
const DEEPEST = 8;

/** An answer as a tree; a click on a part of it takes its path. */
export function JsonTree({ value, path = '', taken, take }: JsonTreeProps) {
  const t = useTexts(callTexts);
  const entries: readonly (readonly [string, Json])[] = Array.isArray(value)
    ? (value as readonly Json[]).map((item, index) => [String(index), item] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  if (entries.length === 0)
    return path === '' ? <code className="tree-bare">{toText(value) || t('nothing')}</code> : null;
  const isDeep = path.split('.').length >= DEEPEST;
  return (
    <ul className="tree" data-top={path === ''}>
      {entries.slice(0, MOST).map(([key, part]) => {
        const at = inside(path, key);
        const isWhole = typeof part !== 'object' || part === null;
        return (
          <li key={key}>
            <UnstyledButton
              className="tree-part"
              data-taken={taken.includes(at)}
              aria-label={t('takePart', { path: at })}
              onClick={() => take(at)}
            >
              <code>{key}</code>
              <span>
                {isWhole
                  ? JSON.stringify(part).slice(0, 80)
                  : Array.isArray(part)
                    ? `[${part.length}]`
                    : '{…}'}
              </span>
            </UnstyledButton>
            {!isWhole && !isDeep && <JsonTree value={part} path={at} taken={taken} take={take} />}
          </li>
        );
      })}
      {entries.length > MOST && <li>{t('andMore', { n: entries.length - MOST })}</li>}
    </ul>
  );
}
