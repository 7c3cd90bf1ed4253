import { expect, test } from 'vitest';
import { createDesk } from '../../editor/desk/desk.ts';
import type { FlowDocument } from '../../editor/desk/document.ts';
import { begin, MOST_STEPS, record, redo, undo } from '../../editor/desk/history.ts';
import type { FlowView } from '../../server/api/contract.ts';

const flow: FlowView = {
  id: 'f',
  name: 'Flow',
  order: 1,
  changed: false,
  revision: 1,
  updatedAt: 0,
  triggers: [],
  errors: 0,
  warnings: 0,
  nodes: 0,
  draft: { graph: { nodes: [], edges: [] }, layout: {}, ports: {} },
  problems: [],
};
const open = (isReadOnly = false) => createDesk(flow, new Map(), { isReadOnly });
const named =
  (name: string) =>
  (document: FlowDocument): FlowDocument => ({ ...document, name });

test('a hundred steps can be taken back, and no more', () => {
  let history = begin(0);
  for (let n = 1; n <= MOST_STEPS + 5; n += 1) history = record(history, n);
  for (let n = 0; n < MOST_STEPS + 5; n += 1) history = undo(history);
  expect(history.present).toBe(5);
  expect(redo(history).present).toBe(6);
});

test('typing in one field is one step', () => {
  const typed = ['p', 'pr', 'price'].reduce((history, text) => record(history, text, 'field'), begin(''));
  expect(undo(typed).present).toBe('');
  expect(undo(record(typed, 'other', 'another')).present).toBe('price');
});

test('an edit waits to be saved, and taking it back needs no saving', () => {
  const desk = open();
  const { edit } = desk.getState();
  edit(named('Prices'));
  expect(desk.getState()).toMatchObject({ saving: 'dirty', document: { name: 'Prices' } });
  desk.getState().undo();
  expect(desk.getState()).toMatchObject({ saving: 'saved', document: { name: 'Flow' } });
});

test('what came after the save that is answered is still to be saved', () => {
  const desk = open();
  desk.getState().edit(named('One'));
  const sent = desk.getState().document;
  desk.getState().edit(named('Two'));
  desk.getState().answered({ ...flow, name: 'One', revision: 2 }, sent);
  expect(desk.getState()).toMatchObject({
    saving: 'dirty',
    saved: { name: 'One' },
    document: { name: 'Two' },
  });
});

test('who may only look changes nothing', () => {
  const desk = open(true);
  desk.getState().edit(named('Mine'));
  expect(desk.getState().document.name).toBe('Flow');
});
