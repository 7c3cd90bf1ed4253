import type { GraphClient } from './whatsapp/client.ts';

/** What is asked of WhatsApp about numbers. */
export type NumberDesk = Pick<
  GraphClient,
  'findNumber' | 'listNumbers' | 'messagingLimit' | 'proveSecret' | 'listSubscriptions' | 'subscribe'
>;

/** The numbers there are, and which of them live in the virtual WhatsApp. */
interface Known {
  numbers(): readonly { readonly id: string; readonly account: string; readonly virtual?: boolean }[];
}

/** For checking numbers: each is asked about where it lives. */
export function numberDesk(known: Known, real: GraphClient, virtual: GraphClient): NumberDesk {
  const clientOf = (isIt: (number: { readonly id: string; readonly account: string }) => boolean) =>
    known.numbers().find(isIt)?.virtual ? virtual : real;
  const ofNumber = (wanted: string) => clientOf(({ id }) => id === wanted);
  const ofAccount = (account: string) => clientOf((number) => number.account === account);
  return {
    findNumber: (number) => ofNumber(number.id).findNumber(number),
    messagingLimit: (number) => ofNumber(number.id).messagingLimit(number),
    proveSecret: (number, secret) => ofNumber(number.id).proveSecret(number, secret),
    listNumbers: (account) => ofAccount(account.id).listNumbers(account),
    listSubscriptions: (account) => ofAccount(account.id).listSubscriptions(account),
    subscribe: (account, address) => ofAccount(account.id).subscribe(account, address),
  };
}
