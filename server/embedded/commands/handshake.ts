import { MAX_DOCUMENT_BYTES } from '../values/codec.ts';
import type { Handler } from './engine.ts';

/** The largest message of the wire protocol, in bytes. */
export const MAX_MESSAGE_BYTES = 48_000_000;

// 21 is MongoDB 7.0. From 25 on the driver would send the `bulkWrite` command.
const WIRE_VERSION = 21;

/** `hello` and its older names. No `setName`: the driver takes us for a standalone and sends no transaction numbers. */
export const hello: Handler = () => ({
  helloOk: true,
  isWritablePrimary: true,
  ismaster: true,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  connectionId: 1,
  minWireVersion: 0,
  maxWireVersion: WIRE_VERSION,
  readOnly: false,
  ok: 1,
});

/** `buildInfo` */
export const buildInfo: Handler = () => ({
  version: '7.0.0',
  gitVersion: 'built-in',
  versionArray: [7, 0, 0, 0],
  bits: 64,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  modules: [],
  ok: 1,
});

/** Commands that have nothing to do here but must be answered. */
export const acknowledge: Handler = () => ({ ok: 1 });

/** `connectionStatus`: nobody signs in on a socket that only its owner can open. */
export const connectionStatus: Handler = () => ({
  authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] },
  ok: 1,
});

/** `serverStatus` */
export const serverStatus: Handler = () => ({
  process: 'built-in',
  version: '7.0.0',
  uptime: process.uptime(),
  ok: 1,
});

/** `getParameter` */
export const getParameter: Handler = () => ({ featureCompatibilityVersion: { version: '7.0' }, ok: 1 });
