import { useTexts } from '../../lib/language.tsx';
import { formTexts } from '../texts/form-texts.ts';

/** How much of a text's room is used; quiet while there is plenty. */
export function Counter({ text, most }: { readonly text: string; readonly most: number | undefined }) {
  const t = useTexts(formTexts);
  const used = [...text].length;
  if (most === undefined || used < most * 0.5) return null;
  return (
    <span className="counter" data-over={used > most} title={t('letters', { n: used, most })}>
      {used}/{most}
    </span>
  );
}
