import { expect, test, vi } from 'vitest';
import { capsOf, isStroke, type Press, readKeys } from '../../editor/lib/keys.ts';
import { createShortcuts, type Situation } from '../../editor/lib/shortcut-table.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  code: '',
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const at = (moment: number, key: string, more: Partial<Situation> = {}): Situation => ({
  press: press(key),
  at: moment,
  isMac: false,
  isTyping: false,
  isInDialog: false,
  ...more,
});
const means = (keys: string, given: Press, isMac = false) =>
  readKeys(keys).every((stroke) => isStroke(stroke, given, isMac));

test('mod is ⌘ on a Mac and Ctrl elsewhere, and never both', () => {
  expect(means('mod+z', press('z', { ctrlKey: true }))).toBe(true);
  expect(means('mod+z', press('z', { metaKey: true }), true)).toBe(true);
  expect(means('mod+z', press('z', { ctrlKey: true }), true)).toBe(false);
  expect(means('mod+z', press('z', { ctrlKey: true, metaKey: true }))).toBe(false);
  expect(means('z', press('z', { ctrlKey: true }))).toBe(false);
});

test('shift counts for letters and keys, not for signs that need it anyway', () => {
  expect(means('mod+shift+z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
  expect(means('mod+z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(means('?', press('?', { shiftKey: true }))).toBe(true);
  expect(means('/', press('/'))).toBe(true);
  expect(means('shift+up', press('ArrowUp', { shiftKey: true }))).toBe(true);
  expect(means('up', press('ArrowUp', { shiftKey: true }))).toBe(false);
});

test('on a Thai keyboard the place of the key counts', () => {
  expect(means('mod+z', press('ผ', { code: 'KeyZ', ctrlKey: true }))).toBe(true);
  expect(means('g', press('เ', { code: 'KeyG' }))).toBe(true);
  expect(means('?', press('ฦ', { code: 'Slash', shiftKey: true }))).toBe(true);
  expect(means('alt+p', press('π', { code: 'KeyP', altKey: true }), true)).toBe(true);
  // Where letters are Latin, the letter counts: on a French keyboard KeyQ writes an a.
  expect(means('a', press('a', { code: 'KeyQ' }))).toBe(true);
  expect(means('q', press('a', { code: 'KeyQ' }))).toBe(false);
});

test('caps are printed as the keyboard has them', () => {
  expect(capsOf('mod+shift+z', true)).toEqual([['⌘', '⇧', 'Z']]);
  expect(capsOf('mod+shift+z', false)).toEqual([['Ctrl', 'Shift', 'Z']]);
  expect(capsOf('g f', false)).toEqual([['G'], ['F']]);
  expect(capsOf('?', false)).toEqual([['?']]);
  expect(capsOf('alt+up', true)).toEqual([['⌥', '↑']]);
  expect(() => readKeys('mod+')).toThrow('names no keys');
  expect(() => readKeys('')).toThrow('names no keys');
});

test('keys one after the other mean something only in time and in order', () => {
  const shortcuts = createShortcuts();
  const run = vi.fn();
  shortcuts.add({ keys: 'g f', says: 'Flows', group: 'Go', run });
  expect(shortcuts.press(at(0, 'f'))).toBe(false);
  expect([shortcuts.press(at(100, 'g')), shortcuts.press(at(200, 'f'))]).toEqual([false, true]);
  expect([shortcuts.press(at(1_000, 'g')), shortcuts.press(at(9_000, 'f'))]).toEqual([false, false]);
  expect([shortcuts.press(at(10_000, 'g')), shortcuts.press(at(10_001, 'x'))]).toEqual([false, false]);
  expect(shortcuts.press(at(10_002, 'f'))).toBe(false);
  expect(run).toHaveBeenCalledTimes(1);
});

test('nothing happens while somebody types or a dialog is open, unless it says so', () => {
  const shortcuts = createShortcuts();
  const plain = vi.fn();
  const anywhere = vi.fn();
  shortcuts.add({ keys: 'n', says: 'New', group: 'Page', run: plain });
  shortcuts.add({ keys: 's', says: 'Save', group: 'Page', run: anywhere, whileTyping: true, inDialog: true });
  for (const there of [{ isTyping: true }, { isInDialog: true }]) {
    expect(shortcuts.press(at(0, 'n', there))).toBe(false);
    expect(shortcuts.press(at(5_000, 's', there))).toBe(true);
  }
  expect(plain).not.toHaveBeenCalled();
  expect(anywhere).toHaveBeenCalledTimes(2);
});

test('whoever came last is asked first, and what is off or gone is not asked', () => {
  const shortcuts = createShortcuts();
  const done: string[] = [];
  const does = (name: string) => ({
    keys: ['x', 'mod+y'],
    says: name,
    group: 'Page',
    run: () => done.push(name),
  });
  shortcuts.add(does('page'));
  shortcuts.add({ ...does('off'), isOn: false });
  const heard = vi.fn();
  shortcuts.subscribe(heard);
  const leave = shortcuts.add(does('panel'));
  shortcuts.press(at(0, 'x'));
  leave();
  shortcuts.press(at(1, 'y', { press: press('y', { ctrlKey: true }) }));
  expect(done).toEqual(['panel', 'page']);
  expect(heard).toHaveBeenCalledTimes(2);
});

test('a shortcut may leave its key to the browser', () => {
  const shortcuts = createShortcuts();
  shortcuts.add({ keys: 'mod+c', says: 'Copy', group: 'Page', run: () => false });
  expect(shortcuts.press(at(0, 'c', { press: press('c', { ctrlKey: true }) }))).toBe(false);
});
