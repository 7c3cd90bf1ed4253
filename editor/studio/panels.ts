import { lazy } from 'react';

// Everything that stands beside the canvas is wired here, and loaded when it is first opened.

/** All about the selected node. */
export const Inspector = lazy(() => import('./NodePanel.tsx').then((room) => ({ default: room.NodePanel })));

/** Chats with the draft. */
export const RehearsalPanel = lazy(() => import('./NotYet.tsx').then((room) => ({ default: room.NotYet })));

/** What was published before. */
export const VersionsPanel = lazy(() => import('./NotYet.tsx').then((room) => ({ default: room.NotYet })));

/** Asks what is to be known before a flow goes live. */
export const PublishDialog = lazy(() =>
  import('./PlainPublish.tsx').then((room) => ({ default: room.PlainPublish })),
);

export const ProblemList = lazy(() =>
  import('../problems/ProblemList.tsx').then((room) => ({ default: room.ProblemList })),
);
