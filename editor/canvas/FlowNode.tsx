import { Tooltip } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useDesk } from '../desk/DeskContext.tsx';
import { NodeIcon } from '../lib/NodeIcon.tsx';
import type { ShownPort } from './box-size.ts';
import { useCanvas } from './CanvasRoom.tsx';
import type { Box, Trouble } from './to-xyflow.ts';

/** A box of the flow: what it is, what it says, and its ways out by name. */
export const FlowNode = memo(function FlowNode({ id, data, selected }: NodeProps<Box>) {
  const { type, group, title, summary, ports, more, isTrigger, trouble } = data;
  const passed = useCanvas(({ passages }) => passages.nodes.get(id) ?? 0);
  const isLit = useDesk(({ marks }) => marks.lit?.nodes.has(id) ?? false);
  const diff = useDesk(({ marks }) => marks.diff?.[id]);
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  const guest = useCanvas(({ people }) => people.find(({ node }) => node === id));
  return (
    <div
      className="box"
      data-group={group}
      data-selected={selected || undefined}
      data-bad={trouble?.isError || undefined}
      data-lit={isLit || undefined}
      data-diff={diff}
      {...(guest && { style: { boxShadow: `0 0 0 3px ${guest.colour}` } })}
    >
      {passed > 0 && <span key={passed} className="box-glow" />}
      {guest && (
        <span className="box-guest" style={{ background: guest.colour }}>
          {guest.name}
        </span>
      )}
      {!isTrigger && <Handle type="target" position={Position.Left} isConnectableStart={false} />}
      <div className="box-head">
        <span className="box-icon">
          <NodeIcon type={type} />
        </span>
        <span className="box-title">{title}</span>
        {passed > 0 && <span className="box-count">{passed}</span>}
        {trouble && <Badge trouble={trouble} />}
      </div>
      <div className="box-summary">{summary}</div>
      {ports.map((port) => (
        <Way key={port.id} port={port} />
      ))}
      {selected && !isFixed && more.length > 0 && (
        <div className="box-more">
          {more.map((port) => (
            <Way key={port.id} port={port} />
          ))}
        </div>
      )}
    </div>
  );
});

const Way = ({ port: { id, label, isDrawn } }: { readonly port: ShownPort }) => (
  <div className="box-port" data-drawn={isDrawn || undefined} data-port={id}>
    <span>{label}</span>
    <Handle id={id} type="source" position={Position.Right} isConnectableEnd={false} />
  </div>
);

const Badge = ({ trouble: { isError, says, count } }: { readonly trouble: Trouble }) => (
  <Tooltip label={count > 1 ? `${says} (+${count - 1})` : says} multiline maw={320} openDelay={150}>
    <span className="box-trouble" data-error={isError || undefined} role="img" aria-label={says}>
      <IconAlertTriangleFilled aria-hidden size={16} />
    </span>
  </Tooltip>
);
