import { randomUUID } from 'node:crypto';
import type { Sample } from '../../../nodes/contract/flow.ts';
import type { Json } from '../../../nodes/contract/json.ts';
import { problems } from '../../problems.ts';
import { answerText } from '../../rehearsal/answer-from-sample.ts';
import { prepareDraft, rehearseDraft } from '../../rehearse.ts';
import { askCrm } from '../../runtime/performers/http-request.ts';
import { type Outside, OutsideFailure } from '../../runtime/ports.ts';
import { storable } from '../../runtime/storable.ts';
import type { RealAnswer } from '../contract.ts';
import { type Route, route } from '../route.ts';
import type { ValueOf } from '../schema.ts';
import * as schemas from '../schemas/rehearsals.ts';

/** Drafts are played before customers meet them. */
export const rehearsalRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/rehearsals',
    title: 'Plays a chat on a draft, in the workspace as it stands; nothing is sent and nothing is kept',
    needs: 'flows.rehearse',
    body: schemas.order,
    answer: schemas.rehearsal,
    refuses: [404],
    handle: async ({ deps, body: { flow, draft, chat, outside = 'ask' } }) =>
      rehearseDraft(await prepareDraft(deps, flow, draft as Json), chat, { samples: outside === 'samples' }),
  }),
  route({
    method: 'post',
    path: '/rehearsals/call',
    title: 'Asks a service for real what a rehearsal wants to know; the service cannot tell the difference',
    needs: 'flows.edit',
    body: schemas.realCall,
    answer: schemas.realAnswer,
    handle: async ({ deps, body }): Promise<RealAnswer> => {
      const sample = await realSample(deps.outside, body);
      return { line: `~ ${answerText(sample)}`, sample };
    },
  }),
];

async function realSample(
  outside: Outside,
  { http, crm }: ValueOf<typeof schemas.realCall>,
): Promise<Sample> {
  const id = `rehearsal:${randomUUID()}`;
  try {
    if (http) {
      const { status, body } = await outside.request(http, id);
      return { is: 'http', status, body: storable(body) };
    }
    if (!crm) throw problems.invalid([{ message: 'Name one request: "http" or "crm".' }]);
    const { status, body } = await askCrm(outside, { type: 'crmLookup', id, ...crm });
    return { is: 'record', record: status === 404 ? null : storable(body) };
  } catch (error) {
    if (!(error instanceof OutsideFailure)) throw error;
    return { is: 'failure', code: error.code, reason: error.message };
  }
}
