import { Anchor, type AnchorProps } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { go } from './route.ts';

interface LinkProps extends AnchorProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly 'aria-current'?: 'page' | undefined;
}

/** A link to another page of the editor: without a reload, unless the browser is asked for a tab or window. */
export function Link({ to, children, ...rest }: LinkProps) {
  return (
    <Anchor href={to} onClick={(event) => follow(event, to)} {...rest}>
      {children}
    </Anchor>
  );
}

/** What a click on a link does: only a plain one stays in this page. */
export function follow(event: MouseEvent, to: string): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(to);
}
