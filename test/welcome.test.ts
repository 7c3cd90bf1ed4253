import { expect, test } from 'vitest';
import { welcome } from '../server/welcome.ts';

const addresses = { url: 'http://localhost:3000', signInUrl: 'http://localhost:3000/?key=k3y' };

test('the first start prints the address that signs in, first of all', () => {
  const said = welcome({ ...addresses, isSetUp: false });
  expect(/Open +(\S+)\s/.exec(said)?.[1]).toBe(addresses.signInUrl);
  expect(said).toContain('set up your own account');
});

test('once people have accounts the key is for emergencies', () => {
  const said = welcome({ ...addresses, isSetUp: true });
  expect(/Open +(\S+)\s/.exec(said)?.[1]).toBe(addresses.url);
  expect(said.indexOf('Lost the password?')).toBeGreaterThan(said.indexOf('Chat'));
  expect(said).toContain(addresses.signInUrl);
});
