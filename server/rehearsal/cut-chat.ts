/** A chat of a person has some dozens of lines. */
export const MAX_CHAT = 100_000;
const MAX_LINES = 500;
const MAX_PHYSICAL_LINES = 5_000;

const INPUT = /^[<~] /;

/** A chat no longer than can be played, and a sentence when something of it was left out. */
export function cutChat(text: string): { readonly text: string; readonly problem?: string } {
  if (text.length > MAX_CHAT)
    return {
      text: cutChat(text.slice(0, Math.max(0, text.lastIndexOf('\n', MAX_CHAT)))).text,
      problem: `A chat has at most ${MAX_CHAT} characters; the rest of this one is left out.`,
    };
  const lines = text.split('\n');
  let inputs = 0;
  const end = lines.findIndex((line, i) => {
    if (INPUT.test(line)) inputs += 1;
    return inputs > MAX_LINES || i >= MAX_PHYSICAL_LINES;
  });
  if (end === -1) return { text };
  return {
    text: lines.slice(0, end).join('\n'),
    problem: `A chat has at most ${MAX_LINES} lines; the rest of this one is left out.`,
  };
}
