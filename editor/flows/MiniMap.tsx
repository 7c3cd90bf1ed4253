import { useMemo } from 'react';
import type { FlowMap } from '../../server/api/contract.ts';
import { faceOf } from '../lib/faces.ts';
import { BOX, mapPicture } from './map-picture.ts';

interface MiniMapProps {
  readonly map: FlowMap;
  readonly label: string;
}

/** A flow as a small picture: its boxes in the colours of what they do, and its lines. */
export function MiniMap({ map, label }: MiniMapProps) {
  const { viewBox, lines } = useMemo(() => mapPicture(map), [map]);
  return (
    <svg
      className="mini-map"
      viewBox={viewBox}
      role="img"
      aria-label={label}
      preserveAspectRatio="xMidYMid meet"
    >
      {lines.map((line) => (
        <path key={line} d={line} />
      ))}
      {map.nodes.map(({ type, x, y }) => (
        <rect
          key={`${x} ${y} ${type}`}
          x={x}
          y={y}
          width={BOX.width}
          height={BOX.height}
          rx={20}
          style={{ fill: `var(--group-${faceOf(type).group})` }}
        />
      ))}
    </svg>
  );
}
