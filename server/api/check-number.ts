import { SendFailure } from '../channels/channel.ts';
import type { NumberRecord } from '../store/store.ts';
import type { CheckStep, NumberCheck } from './contract.ts';
import type { ApiDeps } from './deps.ts';

/** Asks WhatsApp about a number, step by step, each with a sentence for its admin. Never throws for what WhatsApp says. */
export async function checkNumber(
  { vault, graph, webhook, publicUrl }: ApiDeps,
  { id, account, token: sealed }: NumberRecord,
  { subscribe = false } = {},
): Promise<NumberCheck> {
  const token = vault.open(sealed);
  const paste = { callbackUrl: `${publicUrl()}/webhooks/whatsapp`, verifyToken: webhook.verifyToken };
  const found = await step('token', async () => {
    const { phone, name, quality } = await graph.findNumber({ id, token });
    const rated = quality && quality !== 'UNKNOWN' ? `, rated ${quality.toLowerCase()}` : '';
    return `WhatsApp knows this number as ${phone}${name ? ` (${name})` : ''}${rated}.`;
  });
  const asked = subscribe
    ? [
        await step('subscribe', async () => {
          await graph.subscribe(
            { id: account, token },
            { url: paste.callbackUrl, verifyToken: paste.verifyToken },
          );
          return `WhatsApp was asked to send the webhooks of this account to ${paste.callbackUrl}.`;
        }),
      ]
    : [];
  const subscribed = await step('webhooks', async () => {
    const apps = await graph.listSubscriptions({ id: account, token });
    if (apps.length === 0) throw new Error('No app receives the webhooks of this account yet.');
    return `The webhooks of this account go to ${apps.map(({ app, name }) => name ?? app).join(', ')}.`;
  });
  return { steps: [found, ...asked, subscribed, reachable(publicUrl())], paste };
}

async function step(name: string, work: () => Promise<string>): Promise<CheckStep> {
  try {
    return { step: name, ok: true, says: await work() };
  } catch (error) {
    const says = error instanceof SendFailure || error instanceof Error ? error.message : String(error);
    return { step: name, ok: false, says };
  }
}

/** Meta sends webhooks only to addresses that the whole world reaches by https. */
function reachable(url: string): CheckStep {
  const { protocol, hostname } = new URL(url);
  const isHere = /^(localhost|127\..*|\[::1\]|10\..*|192\.168\..*|.*\.local)$/.test(hostname);
  if (protocol === 'https:' && !isHere)
    return { step: 'address', ok: true, says: `This server says that the world reaches it at ${url}.` };
  return {
    step: 'address',
    ok: false,
    says: `WhatsApp cannot reach ${url}: it needs an https address of the open internet. Set PUBLIC_URL. For the virtual WhatsApp this is fine.`,
  };
}
