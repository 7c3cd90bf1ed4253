import type { Chat, ChatLine, Reading, Setting } from './chat.ts';
import { parseAnswer } from './parse-answer.ts';
import { parseSaid } from './parse-said.ts';
import { ordinary, parseSetting } from './parse-setting.ts';

const OUTPUT = /^[>*=!?](?: |$)/;
const BODY = /^[<~](?: |$)/;

/** Reads a chat, on top of a usual setting. Whatever cannot be read stands in its line as a problem; outputs are left out, for the engine to write. */
export function parseChat(text: string, usual: Setting = ordinary): Chat {
  const blocks = toBlocks(text).filter((block) => !OUTPUT.test(block));
  const first = blocks.findIndex((block) => block === '' || BODY.test(block));
  const heading = first === -1 ? blocks : blocks.slice(0, first);
  const body = blocks.slice(heading.length);
  const { setting, lines } = parseHeading(heading, usual);
  return { setting, lines: [...lines, ...body.map(parseLine)] };
}

/** A line, together with the indented ones that continue it; blank lines between those belong to it. */
function toBlocks(text: string): readonly string[] {
  const blocks: string[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').trimEnd().split('\n')) {
    const owner = line.startsWith('  ') ? blocks.findLastIndex((block) => block !== '') : -1;
    if (owner === -1) blocks.push(line.trimEnd());
    else blocks.splice(owner, blocks.length - owner, [...blocks.slice(owner), line.trimEnd()].join('\n'));
  }
  return blocks;
}

function parseHeading(
  blocks: readonly string[],
  usual: Setting,
): { setting: Setting; lines: readonly ChatLine[] } {
  let setting = usual;
  const lines = blocks.map((raw): ChatLine => {
    if (raw.startsWith('#')) return { raw };
    const after = parseSetting(setting, unindent(raw));
    if (typeof after === 'string') return { raw, problem: after };
    setting = after;
    return { raw };
  });
  return { setting, lines };
}

function parseLine(raw: string): ChatLine {
  if (raw === '' || raw.startsWith('#')) return { raw };
  const text = unindent(raw).slice(2);
  if (raw.startsWith('< ')) return lineOf(raw, parseSaid(text));
  if (raw.startsWith('~ ')) return lineOf(raw, parseAnswer(text));
  return { raw, problem: 'a line begins with "< " for what the contact says, "~ " for the world, or "# "' };
}

const lineOf = (raw: string, reading: Reading): ChatLine =>
  typeof reading === 'string' ? { raw, problem: reading } : { raw, deed: reading };

const unindent = (raw: string): string => raw.replace(/\n {2}/g, '\n');
