import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { NodeIcon } from '../lib/NodeIcon.tsx';
import type { Box } from './to-xyflow.ts';

/** A box of the flow: what it is, what it says, and its ways out by name. */
export const FlowNode = memo(function FlowNode({ data, selected }: NodeProps<Box>) {
  const { type, group, title, summary, ports, isTrigger, mistakes, passed } = data;
  return (
    <div
      className="box"
      data-group={group}
      data-selected={selected || undefined}
      data-bad={mistakes > 0 || undefined}
    >
      {passed > 0 && <span key={passed} className="box-glow" />}
      {!isTrigger && <Handle type="target" position={Position.Left} isConnectable={false} />}
      <div className="box-head">
        <span className="box-icon">
          <NodeIcon type={type} />
        </span>
        <span className="box-title">{title}</span>
        {passed > 0 && <span className="box-count">{passed}</span>}
      </div>
      <div className="box-summary">{summary}</div>
      {ports.map(({ id, label, isDrawn }) => (
        <div key={id} className="box-port" data-drawn={isDrawn || undefined}>
          <span>{label}</span>
          <Handle id={id} type="source" position={Position.Right} isConnectable={false} />
        </div>
      ))}
    </div>
  );
});
