import type { JsonObject } from '../../../nodes/contract/json.ts';
import { objectIn, objectsIn, textIn } from './foreign.ts';
import type { Graph } from './graph.ts';
import type { AccountAccess } from './numbers.ts';

/** A template as Meta keeps it. Names are unique within a language. */
export interface FoundTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  /** `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`, `DISABLED` …; only an approved one can be sent. */
  readonly status: string;
  readonly category: string;
  readonly components: readonly JsonObject[];
}

export interface GraphTemplates {
  /** All templates of an account. */
  listTemplates(account: AccountAccess): Promise<readonly FoundTemplate[]>;
}

const PAGE = 'fields=id,name,language,status,category,components&limit=200';
// An account has at most 6,000 templates; a cursor that never ends must not hold us for ever.
const MAX_PAGES = 100;

/** The calls about templates. */
export const graphTemplates = (graph: Graph): GraphTemplates => ({
  async listTemplates({ id, token }) {
    const found: FoundTemplate[] = [];
    let after = '';
    for (let page = 0; page < MAX_PAGES; page++) {
      const path = `${encodeURIComponent(id)}/message_templates?${PAGE}${after}`;
      const answer = await graph.ask({ method: 'GET', path, token });
      found.push(...objectsIn(answer, 'data').map(templateOf));
      const cursor = cursorIn(answer);
      if (cursor === undefined) return found;
      after = `&after=${encodeURIComponent(cursor)}`;
    }
    return found;
  },
});

/** Where the next page begins; `next` is missing on the last one though it has cursors too. */
function cursorIn(answer: JsonObject): string | undefined {
  const paging = objectIn(answer, 'paging') ?? {};
  return textIn(paging, 'next') && textIn(objectIn(paging, 'cursors') ?? {}, 'after');
}

const templateOf = (item: JsonObject): FoundTemplate => ({
  id: String(item['id'] ?? ''),
  name: textIn(item, 'name') ?? '',
  language: textIn(item, 'language') ?? '',
  status: textIn(item, 'status') ?? '',
  category: textIn(item, 'category') ?? '',
  components: objectsIn(item, 'components'),
});
