import { connect, type Socket } from 'node:net';
import { serialize } from 'bson';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedded } from '../../server/embedded/start.ts';
import { Frames } from '../../server/embedded/wire/frames.ts';
import { startTemporary } from '../database.ts';

let engine: Embedded;

beforeAll(async () => {
  engine = await startTemporary();
});

afterAll(() => engine.close());

const socketPath = () => decodeURIComponent(/mongodb:\/\/([^/?]+)/.exec(engine.uri)![1]!);

const hungUp = (socket: Socket): Promise<void> =>
  new Promise((resolve) => socket.once('close', () => resolve()));

function message(body: Buffer, operation = 2013): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + body.length, 0);
  header.writeInt32LE(operation, 12);
  return Buffer.concat([header, body]);
}

const PING = Buffer.concat([Buffer.alloc(5), serialize({ ping: 1, $db: 'x' })]);

describe('junk on the socket', () => {
  test.each([
    ['text', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a length that cannot be', Buffer.from('ffffffffffffffffffffffffffffffff', 'hex')],
    ['a length of nothing', Buffer.alloc(64)],
    ['an unknown operation', message(Buffer.alloc(20), 1)],
    ['a message without sections', message(Buffer.alloc(10))],
    ['a section beyond its message', message(Buffer.from('0000000000ffffff7f00000000000000', 'hex'))],
    ['a document that is none', message(Buffer.from('00000000000a000000ffffffffffff', 'hex'))],
    ['a query that ends early', message(Buffer.from('00000000616263646566', 'hex'), 2004)],
  ])('%s ends that connection and no other', async (_name, bytes) => {
    const socket = connect(socketPath());
    socket.on('error', () => undefined);
    socket.end(bytes);
    socket.resume();
    await hungUp(socket);
    const client = await new MongoClient(engine.uri).connect();
    expect(await client.db('x').command({ ping: 1 })).toMatchObject({ ok: 1 });
    await client.close();
  });

  test('a message in single bytes is put together', async () => {
    const socket = connect(socketPath());
    socket.setNoDelay(true);
    for (const byte of message(PING)) socket.write(Buffer.of(byte));
    const reply: Buffer = await new Promise((resolve) => socket.once('data', resolve));
    expect(reply.toString('latin1')).toContain('ok');
    socket.destroy();
  });
});

test('frames come out whole however they are cut', () => {
  const whole = Buffer.concat([
    message(Buffer.alloc(12, 1)),
    message(Buffer.alloc(500, 2)),
    message(Buffer.alloc(40, 3)),
  ]);
  for (const size of [1, 3, 7, 100, 10_000]) {
    const frames = new Frames(1_000);
    const lengths: number[] = [];
    for (let at = 0; at < whole.length; at += size) {
      for (const frame of frames.take(whole.subarray(at, at + size))) lengths.push(frame.length);
    }
    expect(lengths).toEqual([28, 516, 56]);
  }
});
