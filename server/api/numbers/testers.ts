import { problems } from '../../problems.ts';

/** Testers as the channel knows them: digits only, each once. Throws a problem for what is no phone number. */
export function testersIn({ testers }: { readonly testers?: readonly string[] }): {
  readonly testers?: readonly string[];
} {
  if (!testers) return {};
  const plain = testers.map((tester) => tester.replace(/^\s*00/, '').replace(/[\s().+-]/g, ''));
  const wrong = plain.flatMap((tester, i) =>
    /^[1-9]\d{6,14}$/.test(tester)
      ? []
      : [
          {
            field: `testers.${i}`,
            message: `"${testers[i]}" is no phone number with its country code, such as +66 81 234 5678.`,
          },
        ],
  );
  if (wrong.length > 0) throw problems.invalid(wrong);
  return { testers: [...new Set(plain)] };
}
