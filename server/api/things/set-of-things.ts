import type { Reference } from '../../engine/lint/context.ts';
import { freeId } from '../../free-id.ts';
import { problems } from '../../problems.ts';
import type { Documents } from '../../store/store.ts';
import { changed } from '../changed.ts';
import type { ApiDeps } from '../deps.ts';
import { type Route, route } from '../route.ts';
import { type JsonSchema, list, slug, type ValueOf } from '../schema.ts';
import { checkBody } from '../validate.ts';
import { refuseIfUsed } from './uses.ts';

/** A small set of things that are read whole and replaced one by one. */
export interface SetOfThings<T extends { readonly id: string }, B extends JsonSchema> {
  readonly thing: Reference;
  /** The path, such as `/teams`. */
  readonly path: string;
  readonly body: B;
  readonly shown: JsonSchema;
  documents(deps: ApiDeps): Documents<T>;
  /** What is kept of a request; may throw a problem. */
  make(deps: ApiDeps, id: string, body: ValueOf<B>, before: T | undefined): T;
  show(document: T, deps: ApiDeps): object;
}

/** What names a new thing. */
type Named = { readonly name: string };

/** Listing, putting and deleting, the same for every such set. */
export function setOfThings<T extends { readonly id: string } & Named, const B extends JsonSchema>(
  set: SetOfThings<T, B>,
): readonly Route[] {
  const { thing, path, body, shown } = set;
  const checkId = checkBody({ type: 'object', properties: { id: slug }, additionalProperties: false });
  return [
    route({
      method: 'get',
      path,
      title: `Every ${thing}`,
      needs: 'workspace.read',
      answer: list(shown),
      handle: async ({ deps }) => (await set.documents(deps).all()).map((kept) => set.show(kept, deps)),
    }),
    {
      method: 'post',
      path,
      title: `Makes a ${thing}; its id is made of its name`,
      needs: 'settings.edit',
      body,
      answer: shown,
      status: 201,
      async handle({ deps, body: given }) {
        const documents = set.documents(deps);
        const taken = new Set((await documents.all()).map(({ id }) => id));
        const made = set.make(deps, freeId(nameIn(given), taken, thing), given, undefined);
        await documents.put(made);
        await changed(deps);
        return set.show(made, deps);
      },
    },
    {
      method: 'put',
      path: `${path}/:id`,
      title: `Makes or replaces a ${thing}`,
      needs: 'settings.edit',
      body,
      answer: shown,
      async handle({ deps, param, body: given }) {
        const id = param('id');
        checkId({ id });
        const documents = set.documents(deps);
        const made = set.make(deps, id, given, await documents.get(id));
        await documents.put(made);
        await changed(deps);
        return set.show(made, deps);
      },
    },
    route({
      method: 'delete',
      path: `${path}/:id`,
      title: `Deletes a ${thing} that nothing uses`,
      needs: 'settings.edit',
      refuses: [404, 409],
      handle: async ({ deps, param }) => {
        await refuseIfUsed(deps, thing, param('id'));
        if (!(await set.documents(deps).remove(param('id')))) throw problems.noSuch(thing, param('id'));
        await changed(deps);
      },
    }),
  ];
}

/** Everything of these sets has a name; their schemas have checked it. */
const nameIn = (given: unknown): string => String((given as Named).name);
