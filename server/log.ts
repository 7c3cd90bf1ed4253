import { pino } from 'pino';
import type { Log } from './runtime/ports.ts';

/** One JSON line per fact. Texts of messages, tokens and secrets never reach it: facts name things by id. */
export function createLog(level: string): Log {
  const log = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
  });
  return {
    info: (fact, sentence) => log.info(fact, sentence),
    warn: (fact, sentence) => log.warn(fact, sentence),
    error: (fact, sentence) => log.error(fact, sentence),
  };
}
