import { expect, test } from 'vitest';
import { Problem, problems } from '../../server/problems.ts';

const found = [{ field: 'name', message: 'It is missing.' }];

const all: readonly Problem[] = [
  problems.notSignedIn(),
  problems.wrongKey(),
  problems.wrongSignIn(),
  problems.accountOff(),
  problems.tooManyTries(900),
  problems.tooManyRequests(1),
  problems.notAllowed('viewer', 'change flows'),
  problems.noAccount(),
  problems.alreadySetUp(),
  problems.setUpNeedsKey(),
  problems.wrongPassword(),
  problems.weakPassword('It is too short.'),
  problems.lastAdmin(),
  problems.otherOrigin(),
  problems.noSuchPath('/x'),
  problems.noSuch('flow', 'x'),
  problems.noSuch('version', 'x'),
  problems.noSuch('conversation', 'x'),
  problems.unreadable('It is no JSON.'),
  problems.tooLarge(),
  problems.invalid(found),
  problems.damagedFlow(found),
  problems.unpublishable(found),
  problems.notPublished('x'),
  problems.stale(),
  problems.staleImpact(),
  problems.unstorable(),
  problems.archived('X'),
  problems.stillLive('X'),
  problems.taken('number', 'x'),
  problems.inUse('It is used by the flow X.'),
  problems.withAnotherAgent('Mali'),
  problems.notWithPeople(),
  problems.storeAway(),
  problems.pagesNotBuilt(),
  problems.broken('x'),
];

test('every refusal has a code of its own, a status and a sentence', () => {
  const codes = all.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const problem of all) {
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.code).toMatch(/^[a-z-]+$/);
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(problem.message).toMatch(/\.$/);
  }
});

test('no refusal is left out here', () => {
  expect(new Set(all.map(({ title }) => title)).size).toBeGreaterThanOrEqual(Object.keys(problems).length);
});
