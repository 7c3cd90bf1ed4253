import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import { IconArrowRight, IconUnlink } from '@tabler/icons-react';
import type { GraphNode } from '../../nodes/contract/flow.ts';
import type { Port } from '../../nodes/contract/node-type.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { connect, disconnect } from '../desk/edits/connect.ts';
import { useTexts } from '../lib/language.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { inspectorTexts } from './inspector-texts.ts';

/** Where each way out leads, and what happens where it leads nowhere. */
export function WaysOut({ node }: { readonly node: GraphNode }) {
  const t = useTexts(inspectorTexts);
  const ports = useDesk((desk) => (desk.version ?? desk).ports[node.id]) ?? [];
  return (
    <section className="inspector-section">
      <h3>{t('waysOut')}</h3>
      {ports.length === 0 && <p className="inspector-quiet">{t('noWays')}</p>}
      <ul className="ways">
        {ports.map((port) => (
          <Way key={port.id} node={node} port={port} />
        ))}
      </ul>
    </section>
  );
}

const WHY = { silence: 'silence', failed: 'failed', window: 'window' } as const;

function Way({ node, port }: { readonly node: GraphNode; readonly port: Port }) {
  const t = useTexts(inspectorTexts);
  const { portLabel } = useNodeWords();
  const { edges, nodes } = useDesk(({ document, version }) => (version ?? document).graph);
  const open = useDesk((desk) => desk.open);
  const edit = useDesk((desk) => desk.edit);
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  const titleOf = useTitles();
  const edge = edges.find((one) => one.from === node.id && one.port === port.id);
  const target = nodes.find(({ id }) => id === edge?.to);
  const { when = 'done' } = port;
  return (
    <li data-when={when}>
      <span className="way-label">{portLabel(node.type, port)}</span>
      {edge ? (
        <span className="way-target">
          <IconArrowRight size={14} aria-hidden />
          {target ? (
            <Button size="compact-xs" variant="subtle" onClick={() => open(target.id)}>
              {titleOf(target)}
            </Button>
          ) : (
            <span className="bad">{t('lost')}</span>
          )}
          {!isReadOnly && (
            <Tooltip label={t('cut')}>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('cut')}
                onClick={() => edit((document) => disconnect(document, { from: node.id, port: port.id }))}
              >
                <IconUnlink size={14} />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
      ) : (
        <>
          <span className="way-nowhere">
            {when === 'done' ? t('ends') : t('nowhere', { why: t(WHY[when]) })}
          </span>
          {!isReadOnly && <Connect node={node.id} port={port.id} />}
        </>
      )}
    </li>
  );
}

/** Leads a way out to a box that is there already. */
function Connect({ node, port }: { readonly node: string; readonly port: string }) {
  const t = useTexts(inspectorTexts);
  const nodes = useDesk(({ document }) => document.graph.nodes);
  const types = useDesk((desk) => desk.types);
  const edit = useDesk((desk) => desk.edit);
  const titleOf = useTitles();
  const data = nodes
    .filter(({ id, type }) => id !== node && !types.get(type)?.isTrigger)
    .map((one) => ({ value: one.id, label: titleOf(one) }));
  if (data.length === 0) return null;
  return (
    <Select
      size="xs"
      aria-label={t('connect')}
      placeholder={t('connect')}
      data={data}
      value={null}
      searchable={data.length > 6}
      onChange={(to) => to !== null && edit((document) => connect(document, { from: node, port, to }))}
    />
  );
}

/** What a box is called: by its author, or by its kind. */
function useTitles(): (node: GraphNode) => string {
  const types = useDesk((desk) => desk.types);
  const { titleOf } = useNodeWords();
  return ({ title, type }) => {
    const known = types.get(type);
    return title || (known ? titleOf(known) : type);
  };
}
