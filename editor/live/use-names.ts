import type { Contact } from '../../nodes/contract/contact.ts';
import type { FlowRef } from '../../nodes/contract/flow.ts';
import type { NodeTypeView, VersionView } from '../../server/api/contract.ts';
import { useResource } from '../lib/resource.ts';
import { useNodeWords } from '../lib/use-node-words.ts';
import { useRemembered } from './remembered.ts';
import { shownContact } from './sentences.ts';

/** What people call contacts, flows and nodes. */
export interface Names {
  contact(id: string): string;
  flow(ref: FlowRef): string;
  node(ref: FlowRef, node: string): { readonly title: string; readonly type: string };
}

/** Looks up the names that are needed, each once. */
export function useNames(contacts: readonly string[], flows: readonly FlowRef[]): Names {
  const types = useResource<readonly NodeTypeView[]>('/node-types');
  const { titleOf } = useNodeWords();
  const people = useRemembered<Contact>([...new Set(contacts.map(contactPath))]);
  const versions = useRemembered<VersionView>([...new Set(flows.map(versionPath))]);
  return {
    contact: (id) => people.get(contactPath(id))?.name ?? shownContact(id),
    flow: (ref) => versions.get(versionPath(ref))?.name ?? ref.id,
    node: (ref, id) => {
      const found = versions.get(versionPath(ref))?.graph.nodes.find((node) => node.id === id);
      const type = found?.type ?? '';
      const known = types.data?.find((one) => one.type === type);
      return { title: found?.title ?? (known ? titleOf(known) : id), type };
    },
  };
}

const contactPath = (id: string): string => `/contacts/${encodeURIComponent(id)}`;
const versionPath = ({ id, version }: FlowRef): string =>
  `/flows/${encodeURIComponent(id)}/versions/${version}`;
