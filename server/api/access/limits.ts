import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problems } from '../../problems.ts';

/** How often somebody may try, and ask. Each process counts for itself. */
export interface Limits {
  /** Checks a key from an address; only wrong ones count. Throws a problem when there were too many. */
  key(from: string, isRight: () => boolean): Promise<boolean>;
  /** Checks a password in the same way. */
  password(from: string, email: string, isRight: () => Promise<boolean>): Promise<boolean>;
  /** Counts any request of somebody. Throws a problem when there are too many. */
  request(who: string, isProgram: boolean): Promise<void>;
}

const TRIES_SECONDS = 15 * 60;
const TRIES = 10;
/** A whole shop may sit behind one address, and one email be guessed at from many. */
const TRIES_OF_MANY = 40;

const REQUESTS_SECONDS = 10;
const REQUESTS = 600;
const REQUESTS_OF_PROGRAMS = 3_000;

export function createLimits(): Limits {
  const tries = (points: number) => new RateLimiterMemory({ points, duration: TRIES_SECONDS });
  const keys = tries(TRIES);
  const pairs = tries(TRIES);
  const addresses = tries(TRIES_OF_MANY);
  const emails = tries(TRIES_OF_MANY);
  const pages = new RateLimiterMemory({ points: REQUESTS, duration: REQUESTS_SECONDS });
  const programs = new RateLimiterMemory({ points: REQUESTS_OF_PROGRAMS, duration: REQUESTS_SECONDS });
  return {
    key: async (given, isRight) => {
      const from = blockOf(given);
      const known = await keys.get(from);
      if (known && known.consumedPoints >= TRIES) throw tooMany(known);
      const right = isRight();
      if (!right) await keys.penalty(from);
      return right;
    },
    password: async (given, email, isRight) => {
      const from = blockOf(given);
      // Counted before it is looked at: a hundred guesses at once are a hundred guesses.
      await take(pairs, `${from} ${email}`);
      await take(addresses, from);
      await take(emails, email);
      const right = await isRight();
      if (right)
        await Promise.all([
          pairs.delete(`${from} ${email}`),
          addresses.reward(from, 1),
          emails.reward(email, 1),
        ]);
      return right;
    },
    request: async (who, isProgram) => {
      await (isProgram ? programs : pages).consume(who).catch(refuse(problems.tooManyRequests));
    },
  };
}

const take = async (limiter: RateLimiterMemory, key: string): Promise<void> => {
  await limiter.consume(key).catch(refuse(problems.tooManyTries));
};

const tooMany = (left: RateLimiterRes) => problems.tooManyTries(secondsOf(left));

const refuse =
  (problem: (seconds: number) => Error) =>
  (left: unknown): never => {
    throw left instanceof RateLimiterRes ? problem(secondsOf(left)) : left;
  };

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1_000));

/** One person commands a whole /64 of IPv6 addresses. */
const blockOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
