import type { Effect } from '../../../nodes/contract/effect.ts';
import type { Sample } from '../../../nodes/contract/flow.ts';
import { isObject, type Json, type JsonObject } from '../../../nodes/contract/json.ts';
import type { AnyNodeType } from '../../../nodes/contract/node-type.ts';
import { fillSentence } from '../../../nodes/contract/sentence.ts';
import { TemplateError } from '../../../nodes/contract/template.ts';
import { fillParams } from '../../engine/compile.ts';
import { findMisfits } from '../../engine/lint/misfits.ts';
import { tryEntering } from '../../engine/lint/try-node.ts';
import { problems } from '../../problems.ts';
import { crmRequest } from '../../runtime/performers/http-request.ts';
import { OutsideFailure } from '../../runtime/ports.ts';
import type { ApiDeps } from '../deps.ts';
import { type Route, route } from '../route.ts';
import { anything, object, whole } from '../schema.ts';

/** Asks the outside what a node would ask it. */
export const tryNodeRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/node-types/:type/try',
    title:
      'Makes the call that such a node would make, with example values; what comes back can be pinned as a sample',
    needs: 'flows.edit',
    body: object({ params: anything }, { values: { ...anything, description: 'What its texts may read.' } }),
    answer: object({ sample: anything, ms: whole(0, 1e9) }),
    refuses: [404],
    handle: async ({ deps, param, body: { params, values = {} } }) => {
      const type = deps.types.get(param('type'));
      if (!type) throw problems.noSuch('node-type', param('type'));
      const call = callOf(type, params, isObject(values) ? values : {});
      const begun = deps.clock();
      const sample = await make(deps, call);
      return { sample, ms: Math.max(0, deps.clock() - begun) };
    },
  }),
];

type Call = Extract<Effect, { readonly type: 'httpRequest' | 'crmLookup' }>;

/** The call that the node makes on arrival. Throws a problem when its params do not fit, or when it makes none. */
function callOf(type: AnyNodeType, params: Json, values: JsonObject): Call {
  if (!isObject(params)) throw problems.invalid([{ field: 'params', message: 'The params are no object.' }]);
  const misfits = findMisfits(type.params, params);
  if (misfits.length > 0)
    throw problems.invalid(
      misfits.map(({ path, says }) => ({ field: path, message: `${fillSentence(says)}.` })),
    );
  const outcome = tryEntering(type, filled(type, params, values));
  const effects = outcome?.move === 'wait' ? (outcome.effects ?? []) : [];
  const call = effects.find((effect) => effect.type === 'httpRequest' || effect.type === 'crmLookup');
  if (call?.type === 'httpRequest' || call?.type === 'crmLookup') return call;
  throw problems.invalid([
    {
      message:
        'With these values the box has nothing to ask for. Fill in an example value for what it looks for.',
    },
  ]);
}

function filled(type: AnyNodeType, params: JsonObject, values: JsonObject): JsonObject {
  try {
    return fillParams(type, params, values);
  } catch (error) {
    if (error instanceof TemplateError)
      throw problems.invalid([{ message: `A text cannot be filled: ${error.message}.` }]);
    throw error;
  }
}

async function make({ outside, clock }: ApiDeps, call: Call): Promise<Sample> {
  try {
    const request = call.type === 'crmLookup' ? crmRequest(call) : call;
    const { status, body } = await outside.request(request, `try/${clock()}`);
    if (call.type === 'httpRequest') return { is: 'http', status, body };
    if (status === 404) return { is: 'record', record: null };
    if (status < 400) return { is: 'record', record: body };
    return { is: 'failure', code: `status-${status}`, reason: `The CRM answered ${status}.` };
  } catch (error) {
    if (error instanceof OutsideFailure) return { is: 'failure', code: error.code, reason: error.message };
    throw error;
  }
}
