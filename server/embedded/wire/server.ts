import { createServer, type Server, type Socket } from 'node:net';
import { isWrite, runCommand } from '../commands/commands.ts';
import type { Engine, Reply } from '../commands/engine.ts';
import { MAX_MESSAGE_BYTES } from '../commands/handshake.ts';
import { Refusal } from '../refusal.ts';
import { Frames } from './frames.ts';
import { type Request, readMessage } from './message.ts';
import { encodeReply, errorReply } from './reply.ts';

interface Waiting {
  readonly socket: Socket;
  readonly request: Request;
  readonly reply: Reply;
}

/**
 * Speaks the wire protocol on a socket. Writes that come in during one turn of the event loop are committed together
 * at its end, and answered only when the disk has them: while it works, the next ones are done and pile up.
 */
export class WireServer {
  readonly #engine: Engine;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Written in this turn. */
  #waiting: Waiting[] = [];
  /** Committed, not yet on the disk. */
  #committed: Waiting[] = [];
  #syncing: Promise<void> | undefined;
  #soon: NodeJS.Immediate | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  /** Starts to listen; rejects when the socket cannot be had. */
  listen(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(path, () => resolve());
    });
  }

  /** Commits what is written, answers it, and hangs up on everybody. */
  async close(): Promise<void> {
    this.commit();
    while (this.#syncing !== undefined) await this.#syncing;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroySoon();
    await closed;
  }

  /** Commits all writes, to be answered when the disk has them; when that fails, none has happened and all are told so. */
  commit(): void {
    this.#soon = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      this.#engine.catalogue.file.commit();
    } catch (error) {
      this.#undo();
      const reply = errorReply(error);
      for (const { socket, request } of waiting) this.#answer(socket, request, reply);
      return;
    }
    this.#committed.push(...waiting);
    this.#sync();
  }

  /** One at a time; what is committed meanwhile shares the next. */
  #sync(): void {
    if (this.#syncing || this.#committed.length === 0) return;
    const batch = this.#committed;
    this.#committed = [];
    // A disk that cannot keep its word ends the worker: nobody is answered, and the next start reads what is there.
    this.#syncing = this.#engine.catalogue.file.sync().then(() => {
      this.#syncing = undefined;
      for (const { socket, request, reply } of batch) this.#answer(socket, request, reply);
      this.#sync();
    });
  }

  /** Writes of our own, such as the removal of what has expired: committed at once, undone when they fail. */
  write(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#abandon(error);
    }
    this.commit();
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // The client has gone; there is nobody to tell.
    socket.on('error', () => socket.destroy());
    const frames = new Frames(MAX_MESSAGE_BYTES + 16_384);
    socket.on('data', (chunk: Buffer) => {
      try {
        for (const frame of frames.take(chunk)) this.#take(socket, readMessage(frame));
      } catch {
        // Not our protocol: whoever it is gets no second chance on this connection.
        socket.destroy();
      }
    });
  }

  #take(socket: Socket, request: Request): void {
    const { file } = this.#engine.catalogue;
    const reply = this.#run(request);
    // A read does not wait for the disk; a write, even one that changed nothing, may rest on what is not there yet.
    if (isWrite(request.command) && (file.writing || !file.durable))
      this.#waiting.push({ socket, request, reply });
    else this.#answer(socket, request, reply);
    if (file.writing || this.#waiting.length > 0) this.#soon ??= setImmediate(() => this.commit());
  }

  #run({ command }: Request): Reply {
    try {
      return runCommand(command, this.#engine);
    } catch (error) {
      if (!(error instanceof Refusal) && isWrite(command)) this.#abandon(error);
      return errorReply(error);
    }
  }

  // A write that broke half-way leaves the transaction in doubt, and everything in it. SQLite may even have ended it.
  #abandon(error: unknown): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#undo();
    for (const { socket, request } of waiting) this.#answer(socket, request, errorReply(error));
  }

  #undo(): void {
    const { catalogue, cursors } = this.#engine;
    catalogue.file.rollback();
    catalogue.reload();
    cursors.clear();
  }

  #answer(socket: Socket, request: Request, reply: Reply): void {
    if (!request.silent && !socket.destroyed) socket.write(encodeReply(request, reply));
  }
}
