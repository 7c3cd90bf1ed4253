import { expect, test } from 'vitest';
import { blocksOf, piecesOf, plain } from '../../editor/lib/formatting.ts';
import { applyToChat, closedChat, reactionsIn } from '../../editor/phone/chat-state.ts';
import { spoken } from '../../editor/phone/texts.ts';
import type { Message } from '../../editor/phone/wire.ts';

const message = (id: string, order: number, more: Partial<Message> = {}): Message => ({
  id,
  chat: 'n:p',
  from: 'phone',
  order,
  at: order,
  type: 'text',
  content: { body: id },
  status: 'sent',
  ...more,
});

test('marks hold around words, not inside of them', () => {
  expect(piecesOf('a *b _c_* d')).toEqual([
    { is: 'text', text: 'a ' },
    {
      is: 'strong',
      pieces: [
        { is: 'text', text: 'b ' },
        { is: 'em', pieces: [{ is: 'text', text: 'c' }] },
      ],
    },
    { is: 'text', text: ' d' },
  ]);
  for (const bare of ['2*3*4', '* a *', 'snake_case_name', '**', '~'])
    expect(piecesOf(bare)).toEqual([{ is: 'text', text: bare }]);
  expect(plain('*a* ~b~ `c` https://x.test')).toBe('a b c https://x.test');
});

test('a link ends before the full stop, and marks inside it are part of it', () => {
  expect(piecesOf('see https://x.test/a_b_c.')).toEqual([
    { is: 'text', text: 'see ' },
    { is: 'link', href: 'https://x.test/a_b_c', text: 'https://x.test/a_b_c' },
    { is: 'text', text: '.' },
  ]);
  expect(piecesOf('javascript:alert(1)')).toEqual([{ is: 'text', text: 'javascript:alert(1)' }]);
});

test('lists, quotes and mono text are blocks', () => {
  const blocks = blocksOf('Hi\n- a\n* b\n3. c\n4. d\n> q\n```\nx *y*\n```\nend');
  expect(blocks.map((block) => block.is)).toEqual([
    'lines',
    'bullets',
    'numbers',
    'quote',
    'lines',
    'mono',
    'lines',
  ]);
  expect(blocks[2]).toMatchObject({ start: 3 });
  expect(blocks[5]).toEqual({ is: 'mono', text: 'x *y*' });
});

test('a message that was confirmed is no longer pending, and statuses only rise', () => {
  const pending = {
    clientId: 'c',
    draft: { type: 'text', text: { body: 'a' } },
    at: 1,
    failed: false,
  } as const;
  const written = applyToChat(closedChat('n:p'), { type: 'written', pending });
  const read = message('a', 1, { clientId: 'c', status: 'read' });
  const heard = applyToChat(written, { type: 'message', message: read });
  expect(heard.pending).toEqual([]);
  const late = applyToChat(heard, { type: 'message', message: { ...read, status: 'sent' } });
  expect(late.messages).toEqual([read]);
  const tick = { type: 'status', chat: 'n:p', from: 'phone', status: 'delivered', id: 'a' } as const;
  expect(applyToChat(late, tick).messages).toEqual([read]);
});

test('what happened in another chat is not for this one', () => {
  const chat = closedChat('n:p');
  expect(applyToChat(chat, { type: 'message', message: message('a', 1, { chat: 'n:q' }) })).toEqual(chat);
  expect(applyToChat(chat, { type: 'typing', chat: 'n:q', until: 9 })).toEqual(chat);
});

test('the last reaction of each side counts, and an empty one takes it back', () => {
  const reaction = (order: number, from: Message['from'], emoji?: string) =>
    message(`r${order}`, order, {
      from,
      type: 'reaction',
      content: { message_id: 'a', ...(emoji ? { emoji } : {}) },
    });
  const all = [reaction(1, 'phone', '👍'), reaction(2, 'business', '🙏'), reaction(3, 'phone', '❤️')];
  expect(reactionsIn(all).get('a')).toEqual(['❤️', '🙏']);
  expect(reactionsIn([...all, reaction(4, 'phone')]).get('a')).toEqual(['🙏']);
});

test('the page speaks the first language it knows', () => {
  expect(spoken(null, undefined, 'th-TH')).toBe('th');
  expect(spoken('xx', 'de')).toBe('en');
  expect(spoken('constructor')).toBe('en');
});
