import { notSupported, Refusal } from '../refusal.ts';
import { type Document, firstField, isDocument } from '../values/document.ts';
import { aggregate } from './aggregate.ts';
import {
  collStats,
  create,
  dbStats,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
} from './collections.ts';
import { count } from './count.ts';
import { getMore, killCursors } from './cursor-commands.ts';
import { remove } from './delete.ts';
import { distinct } from './distinct.ts';
import type { Engine, Handler, Reply } from './engine.ts';
import { explain, explainAggregate } from './explain.ts';
import { find } from './find.ts';
import { findAndModify } from './find-and-modify.ts';
import { acknowledge, buildInfo, connectionStatus, getParameter, hello, serverStatus } from './handshake.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { insert } from './insert.ts';
import { update } from './update.ts';

const COMMANDS: Readonly<Record<string, Handler>> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: acknowledge,
  buildInfo,
  buildinfo: buildInfo,
  connectionStatus,
  getParameter,
  serverStatus,
  endSessions: acknowledge,
  killSessions: acknowledge,
  refreshSessions: acknowledge,
  find,
  getMore,
  killCursors,
  count,
  distinct,
  aggregate: (command, engine) =>
    (command['explain'] === true ? explainAggregate : aggregate)(command, engine),
  explain,
  insert,
  update,
  delete: remove,
  findAndModify,
  findandmodify: findAndModify,
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
  createIndexes,
  listIndexes,
  dropIndexes,
  collStats,
  dbStats,
};

const WRITES = new Set([
  'insert',
  'update',
  'delete',
  'findAndModify',
  'findandmodify',
  'create',
  'drop',
  'dropDatabase',
  'createIndexes',
  'dropIndexes',
]);

/** Whether the answer to a command must wait until it is durable. */
export const isWrite = (command: Document): boolean => WRITES.has(firstField(command) ?? '');

/** Carries out a command of the wire protocol, or throws a refusal. */
export function runCommand(command: Document, engine: Engine): Reply {
  const name = firstField(command) ?? '';
  const handler = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!handler) throw new Refusal(59, 'CommandNotFound', `no such command: '${name}'`);
  if (command['startTransaction'] !== undefined || command['autocommit'] !== undefined) {
    throw new Refusal(
      20,
      'IllegalOperation',
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  }
  const { collation } = command;
  if (isDocument(collation) && collation['locale'] !== 'simple') throw notSupported('collation');
  return handler(command, engine);
}
