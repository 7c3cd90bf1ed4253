import type { Json } from '../../../nodes/contract/json.ts';
import { completeChat } from '../../complete-chat.ts';
import { fileOf } from '../../engine/flow-file/flow-file.ts';
import { keepTests, runTests } from '../../flow-tests.ts';
import { problems } from '../../problems.ts';
import { prepareDraft } from '../../rehearse.ts';
import type { FlowTestRecord, Store } from '../../store/store.ts';
import type { FlowTestView } from '../contract.ts';
import { type Route, route } from '../route.ts';
import { list, object } from '../schema.ts';
import * as schemas from '../schemas/rehearsals.ts';
import { knownFlow } from './flows.ts';

/** The conversations that flows must have. */
export const flowTestRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/flows/:id/tests',
    title: 'The tests of a flow, by name',
    needs: 'workspace.read',
    answer: list(schemas.test),
    refuses: [404],
    handle: async ({ deps: { store }, param }) => {
      const flow = await knownFlow(store, param('id'));
      return (await store.flowTests.of(flow.id)).map(viewOf);
    },
  }),
  route({
    method: 'post',
    path: '/flows/:id/tests',
    title: 'Keeps a chat as a test; its heading is completed, so that it goes the same anywhere',
    needs: 'flows.edit',
    body: schemas.newTest,
    answer: schemas.test,
    status: 201,
    refuses: [404, 409],
    handle: async ({ deps, by, param, body: { name, chat, draft } }) => {
      const flow = await knownFlow(deps.store, param('id'));
      const craft = await prepareDraft(deps, flow.id, (draft ?? fileOf(flow, flow.draft)) as Json);
      const complete = await completeChat(craft, chat);
      const [kept] = await keepTests(deps.store, flow.id, [{ name, chat: complete }], {
        at: deps.clock(),
        by: by.name,
      });
      return kept && viewOf(kept);
    },
  }),
  route({
    method: 'post',
    path: '/flows/:id/tests/run',
    title: 'Plays the tests of a flow on a draft, which is a flow file',
    needs: 'flows.rehearse',
    body: object({ draft: { description: 'A flow file.' } }),
    answer: list(schemas.outcome),
    refuses: [404],
    handle: async ({ deps, param, body: { draft } }) => {
      const craft = await prepareDraft(deps, param('id'), draft as Json);
      return runTests(craft, await deps.store.flowTests.of(param('id')));
    },
  }),
  route({
    method: 'put',
    path: '/flows/:id/tests/:test',
    title: 'Changes the name of a test, or how it must go',
    needs: 'flows.edit',
    body: schemas.testChange,
    answer: schemas.test,
    refuses: [404],
    handle: async ({ deps, param, body: { name, chat } }) => {
      const before = await knownTest(deps.store, param('id'), param('test'));
      const { by: _, ...rest } = before;
      const next: FlowTestRecord = {
        ...rest,
        name: name ?? before.name,
        chat: chat ?? before.chat,
        updatedAt: deps.clock(),
      };
      await deps.store.flowTests.put(next);
      return viewOf(next);
    },
  }),
  route({
    method: 'delete',
    path: '/flows/:id/tests/:test',
    title: 'Deletes a test',
    needs: 'flows.edit',
    refuses: [404],
    handle: async ({ deps, param }) => {
      const { id } = await knownTest(deps.store, param('id'), param('test'));
      await deps.store.flowTests.remove(id);
    },
  }),
];

const viewOf = ({ flow: _, ...test }: FlowTestRecord): FlowTestView => test;

async function knownTest(store: Store, flow: string, id: string): Promise<FlowTestRecord> {
  const test = await store.flowTests.get(id);
  if (test?.flow !== flow) throw problems.noSuch('test', id);
  return test;
}
