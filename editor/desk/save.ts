import type { FlowView } from '../../server/api/contract.ts';
import { Refusal, read, send } from '../lib/api.ts';
import type { DeskStore } from './desk.ts';
import { fileOf } from './document.ts';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 20_000;
/** What passes by itself. */
const AWAY: ReadonlySet<string> = new Set(['offline', 'unknown', 'not-ready', 'store-away']);

interface Line {
  /** What is being said to the server now. */
  underWay?: Promise<void>;
  retry?: ReturnType<typeof setTimeout>;
  wait: number;
}

const lines = new WeakMap<DeskStore, Line>();

function lineOf(desk: DeskStore): Line {
  const line = lines.get(desk) ?? { wait: FIRST_RETRY_MS };
  lines.set(desk, line);
  return line;
}

const pathOf = (desk: DeskStore): string => `/flows/${encodeURIComponent(desk.getState().flow.id)}`;

/** Saves now what is not saved yet, and resolves when the server has it, or when it cannot be saved now. */
export const saveNow = (desk: DeskStore): Promise<void> => inTurn(desk, () => save(desk));

/** Reads what somebody else has saved as this revision or a later one, and mixes it in at once. */
export const catchUp = (desk: DeskStore, revision: number): Promise<void> =>
  inTurn(desk, async () => {
    if (desk.getState().flow.revision >= revision || desk.getState().clash) return;
    await readNewest(desk).catch(() => undefined);
  });

/** One thing after the other: what answers late never meets what was asked later. */
async function inTurn(desk: DeskStore, deed: () => Promise<void>): Promise<void> {
  const line = lineOf(desk);
  const turn = (line.underWay ?? Promise.resolve()).then(deed);
  line.underWay = turn;
  await turn;
}

async function save(desk: DeskStore): Promise<void> {
  const { document, saved, setSaving, flow, answered, clash } = desk.getState();
  if (document === saved || clash) return;
  const line = lineOf(desk);
  clearTimeout(line.retry);
  setSaving('saving');
  try {
    const answer = await send<FlowView>('PUT', pathOf(desk), {
      revision: flow.revision,
      file: fileOf(document),
    });
    line.wait = FIRST_RETRY_MS;
    answered(answer, document);
  } catch (error) {
    await refused(desk, error);
  }
}

async function refused(desk: DeskStore, error: unknown): Promise<void> {
  const { setSaving } = desk.getState();
  const { code, message } = error instanceof Refusal ? error : { code: 'offline', message: '' };
  if (code === 'stale-revision') return readNewest(desk).catch(() => later(desk));
  if (AWAY.has(code)) return later(desk);
  setSaving('refused', message);
}

function later(desk: DeskStore): void {
  const line = lineOf(desk);
  desk.getState().setSaving('away');
  line.retry = setTimeout(() => void saveNow(desk), line.wait);
  line.wait = Math.min(line.wait * 2, LAST_RETRY_MS);
}

/** What both did is saved at once, so that the next person starts from it. */
async function readNewest(desk: DeskStore): Promise<void> {
  const newest = await read<FlowView>(pathOf(desk));
  const { takeIn, say, document, saved } = desk.getState();
  if (!takeIn(newest)) return;
  const by = newest.updatedBy?.name;
  // Who has changed nothing lately sees the news on the canvas; who has is told that nothing is lost.
  if (document !== saved)
    say(by === undefined ? 'mergedIn' : 'mergedBy', by === undefined ? {} : { name: by });
  if (desk.getState().document !== desk.getState().saved) setTimeout(() => void saveNow(desk));
}

/** Decides a clash, and saves what comes of it. */
export function settle(
  desk: DeskStore,
  choose: Parameters<ReturnType<DeskStore['getState']>['takeIn']>[1],
): void {
  const { clash, takeIn } = desk.getState();
  if (!clash) return;
  takeIn(clash.flow, choose ?? (() => 'mine'));
  void saveNow(desk);
}
