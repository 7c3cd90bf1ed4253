import { checkStages } from '../aggregation.ts';
import type { Leg, Plan } from '../plan/plan.ts';
import { plan } from '../plan/planner.ts';
import { badValue } from '../refusal.ts';
import { readSort } from '../sorter.ts';
import { decode } from '../values/codec.ts';
import { type Document, firstField, isDocument } from '../values/document.ts';
import { readFront } from './aggregate.ts';
import { collectionName, databaseName, documentArgument } from './arguments.ts';
import type { Engine, Handler } from './engine.ts';

/** `explain`: the plan of a command in the shape of MongoDB's `queryPlanner`. */
export const explain: Handler = (command, engine) => {
  const inner = documentArgument(command, 'explain') ?? {};
  const name = firstField(inner) ?? '';
  const describe = Object.hasOwn(EXPLAINED, name) ? EXPLAINED[name] : undefined;
  if (!describe) throw badValue(`explain does not know the command '${name}'`);
  return { ...describe({ ...inner, $db: inner['$db'] ?? command['$db'] }, engine), ok: 1 };
};

/** The plan of an aggregate that asks to be explained by its own option. */
export const explainAggregate: Handler = (command, engine) => ({ ...aggregatePlan(command, engine), ok: 1 });

type Describe = (command: Document, engine: Engine) => Document;

const EXPLAINED: Readonly<Record<string, Describe>> = {
  find: (command, engine) =>
    planner(command, engine, limited(command, stageFor(engine, command, command['filter'], command['sort']))),
  count: (command, engine) =>
    planner(command, engine, { stage: 'COUNT', inputStage: stageFor(engine, command, command['query']) }),
  distinct: (command, engine) => planner(command, engine, stageFor(engine, command, command['query'])),
  findAndModify: (command, engine) =>
    planner(command, engine, {
      stage: command['remove'] ? 'DELETE' : 'UPDATE',
      inputStage: stageFor(engine, command, command['query'], command['sort']),
    }),
  update: (command, engine) => planner(command, engine, statementStage('UPDATE', 'updates', command, engine)),
  delete: (command, engine) => planner(command, engine, statementStage('DELETE', 'deletes', command, engine)),
  aggregate: aggregatePlan,
};

function statementStage(stage: string, field: string, command: Document, engine: Engine): Document {
  const statements = command[field];
  const first: unknown = Array.isArray(statements) ? statements[0] : undefined;
  const statement = first instanceof Uint8Array ? decode(first) : first;
  return { stage, inputStage: stageFor(engine, command, isDocument(statement) ? statement['q'] : undefined) };
}

function aggregatePlan(command: Document, engine: Engine): Document {
  const stages = command['pipeline'];
  checkStages(stages);
  const { filter, sort, rest, skip, limit } = readFront(stages);
  const winning = limited({ skip, limit }, stageFor(engine, command, filter, sort));
  const described = planner(command, engine, winning);
  return rest.length === 0 ? described : { stages: [{ $cursor: described }, ...rest] };
}

function planner(command: Document, _engine: Engine, winningPlan: Document): Document {
  return {
    queryPlanner: {
      namespace: `${databaseName(command)}.${collectionName(command)}`,
      winningPlan,
      rejectedPlans: [],
    },
    command,
    serverInfo: { version: '7.0.0' },
  };
}

function limited(command: Document, stage: Document): Document {
  const skipped = command['skip'] ? { stage: 'SKIP', skipAmount: command['skip'], inputStage: stage } : stage;
  return command['limit'] ? { stage: 'LIMIT', limitAmount: command['limit'], inputStage: skipped } : skipped;
}

function stageFor({ catalogue }: Engine, command: Document, filter: unknown, sort?: unknown): Document {
  const collection = catalogue.find(databaseName(command), collectionName(command));
  if (!collection) return { stage: 'EOF' };
  const order = readSort(sort);
  const chosen = plan(collection, isDocument(filter) ? filter : {}, order);
  const found = rowsStage(chosen, isDocument(filter) ? filter : {});
  return order && !chosen.sorted ? { stage: 'SORT', sortPattern: sort, inputStage: found } : found;
}

function rowsStage({ legs, exact }: Plan, filter: Document): Document {
  const [first, ...more] = legs.map(legStage);
  const rest = exact ? {} : { filter };
  if (more.length === 0 && (first?.['stage'] === 'IDHACK' || first?.['stage'] === 'COLLSCAN'))
    return { ...first, ...rest };
  return { stage: 'FETCH', ...rest, inputStage: more.length === 0 ? first : joined([first ?? {}, ...more]) };
}

// Many intervals of one index are one scan of it, as MongoDB tells it.
function joined(stages: readonly Document[]): Document {
  const distinct = [
    ...new Map(stages.map((stage) => [stage['indexName'] ?? stage['stage'], stage])).values(),
  ];
  const [only, second] = distinct;
  return only && !second ? only : { stage: 'OR', inputStages: distinct };
}

function legStage(leg: Leg): Document {
  switch (leg.from) {
    case 'documents':
      return { stage: 'COLLSCAN', direction: leg.backward ? 'backward' : 'forward' };
    case 'ids':
      return leg.keys.length === 1
        ? { stage: 'IDHACK' }
        : { stage: 'IXSCAN', keyPattern: { _id: 1 }, indexName: '_id_', direction: 'forward' };
    case 'id range':
      return {
        stage: 'IXSCAN',
        keyPattern: { _id: 1 },
        indexName: '_id_',
        direction: leg.backward ? 'backward' : 'forward',
      };
    case 'index':
      return {
        stage: 'IXSCAN',
        keyPattern: leg.index.spec.key,
        indexName: leg.index.name,
        isMultiKey: leg.index.arrays.size > 0,
        isUnique: leg.index.unique,
        direction: leg.backward ? 'backward' : 'forward',
      };
  }
}
