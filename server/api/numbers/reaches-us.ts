import type { NumberCheck } from '../contract.ts';

const WITHIN_MS = 4_000;

/** Does with our own address what Meta does when a webhook is set up. False says little: some networks lead nobody back in. */
export async function reachesUs({ callbackUrl, verifyToken }: NumberCheck['paste']): Promise<boolean> {
  const challenge = String(process.hrtime.bigint());
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': verifyToken,
  });
  try {
    const answer = await fetch(`${callbackUrl}?${query}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    return answer.ok && (await answer.text()) === challenge;
  } catch {
    return false;
  }
}
