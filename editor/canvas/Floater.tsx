import { useClickOutside } from '@mantine/hooks';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import type { Point } from '../desk/edits/add-node.ts';

interface FloaterProps {
  /** In pixels of the canvas's pane. */
  readonly at: Point;
  readonly label: string;
  readonly children: ReactNode;
  close(): void;
}

const MARGIN = 8;

/** Something small that opens over the canvas where the hand is, and stays inside it. */
export function Floater({ at, label, children, close }: FloaterProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [place, setPlace] = useState(at);
  useClickOutside(close, ['pointerdown'], [element]);
  useLayoutEffect(() => {
    const pane = element?.offsetParent;
    if (!(element && pane)) return;
    setPlace({
      x: Math.max(MARGIN, Math.min(at.x, pane.clientWidth - element.offsetWidth - MARGIN)),
      y: Math.max(MARGIN, Math.min(at.y, pane.clientHeight - element.offsetHeight - MARGIN)),
    });
  }, [element, at.x, at.y]);
  return (
    <section
      ref={setElement}
      className="floater nowheel nopan"
      aria-label={label}
      style={{ left: place.x, top: place.y }}
    >
      {children}
    </section>
  );
}
