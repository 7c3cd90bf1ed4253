import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import type { Registry } from '../nodes/contract/registry.ts';
import { lineDiff } from './rehearsal/line-diff.ts';
import { parseChat } from './rehearsal/parse-chat.ts';
import { chatHolds, type Played, playChat, withoutExplanations } from './rehearsal/play-chat.ts';
import { readCast, UnreadableFile } from './rehearsal/read-cast.ts';
import { loadNodeTypes } from './runtime/load-node-types.ts';

const HELP = `Plays conversations against a flow, without a server.

  npm run simulate -- FLOW.json CHAT.chat [CHAT.chat ...]

  --json      print { holds, journal, messages } instead of a difference
  --explain   print the whole chat, with why each message went where it went
  --help      print this
  UPDATE=1    rewrite the chats as they really went

In a chat "<" is what the contact says and "~" what the world does: those you write. ">" is what the flow says, "*" what
else it does, "=" how it ends, "!" what could not happen: those are written for you.
Ends with 0 when every chat went as written, 1 when one did not, 2 when a file cannot be read.
`;

const EXIT = { holds: 0, differs: 1, unreadable: 2 } as const;

interface Order {
  readonly flow: string;
  readonly chats: readonly string[];
  readonly json: boolean;
  readonly explain: boolean;
  readonly update: boolean;
}

/** Does what the command line asks; the answer is the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const order = readOrder(args);
  if (order === 'help') {
    process.stdout.write(HELP);
    return EXIT.holds;
  }
  const types = await loadNodeTypes();
  const held: boolean[] = [];
  for (const chat of order.chats) held.push(await rehearse(types, order, chat));
  return held.every(Boolean) ? EXIT.holds : EXIT.differs;
}

function readOrder(args: readonly string[]): Order | 'help' {
  const { values, positionals } = parse(args);
  const [flow, ...chats] = positionals;
  if (values.help) return 'help';
  if (flow === undefined || chats.length === 0)
    throw new UnreadableFile(
      'Name a flow file and at least one chat: npm run simulate -- FLOW.json CHAT.chat',
    );
  const { json = false, explain = false } = values;
  return { flow, chats, json, explain, update: process.env['UPDATE'] === '1' };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        explain: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UnreadableFile((error as Error).message);
  }
}

async function rehearse(types: Registry, order: Order, path: string): Promise<boolean> {
  const written = await readText(path);
  const chat = parseChat(written);
  const { setting } = chat;
  const cast = await readCast(readText, types, { flow: resolve(order.flow), chat: resolve(path), setting });
  const played = playChat(cast, chat, { explains: order.explain });
  const holds = chatHolds(played, written);
  if (order.json) printJson(path, order, played, holds);
  else await print(path, order, { played, written, holds });
  return holds || (order.update && played.problems.length === 0);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnreadableFile(
      `${path}: ${code === 'ENOENT' ? 'there is no such file' : (error as Error).message}`,
    );
  }
}

/** One chat is one object; several are one object a line. */
function printJson(
  path: string,
  { chats }: Order,
  { journal, messages, problems }: Played,
  holds: boolean,
): void {
  const several = chats.length > 1;
  const report = { ...(several && { chat: path }), holds, problems, journal, messages };
  process.stdout.write(`${JSON.stringify(report, null, several ? undefined : 2)}\n`);
}

interface Outcome {
  readonly played: Played;
  readonly written: string;
  readonly holds: boolean;
}

async function print(
  path: string,
  { update, explain }: Order,
  { played, written, holds }: Outcome,
): Promise<void> {
  if (explain) process.stdout.write(played.text);
  const really = withoutExplanations(played.text);
  if (update && !holds) await writeFile(path, really);
  const verdict = holds ? 'ok' : update ? 'rewritten' : 'went differently';
  process.stdout.write(`${path}: ${verdict}\n`);
  if (holds || explain) return;
  for (const { mark, line } of lineDiff(withoutExplanations(written), really)) printLine(`${mark} ${line}`);
}

const COLOURS: { readonly [mark: string]: 'red' | 'green' } = { '-': 'red', '+': 'green' };

function printLine(line: string): void {
  const colour = COLOURS[line.charAt(0)];
  process.stdout.write(`${colour ? styleText(colour, line, { stream: process.stdout }) : line}\n`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT.unreadable;
}
