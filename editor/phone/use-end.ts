import { useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR_PX = 120;

/** Stays at the newest message unless the person has scrolled away; an own message always brings them back. */
export function useEnd(firstOrder: number, hasPending: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const last = useRef({ order: firstOrder, height: 0 });
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight, behavior: 'smooth' });
  // After every render, for whatever made the thread longer.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || element.scrollHeight === last.current.height) return;
    // Earlier messages push the rest down; the eye stays where it was.
    if (firstOrder < last.current.order) element.scrollTop += element.scrollHeight - last.current.height;
    else if (isAtEnd || hasPending) element.scrollTop = element.scrollHeight;
    last.current = { order: firstOrder, height: element.scrollHeight };
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // Pictures get their height when they are loaded, and keyboards take some of ours.
    const follow = () => {
      if (isAtEnd) element.scrollTop = element.scrollHeight;
    };
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    element.addEventListener('load', follow, true);
    return () => {
      observer.disconnect();
      element.removeEventListener('load', follow, true);
    };
  }, [isAtEnd]);
  const onScroll = () => {
    const element = box.current;
    if (element) setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX);
  };
  return { box, isAtEnd, onScroll, toEnd };
}
