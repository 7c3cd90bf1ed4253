import { lazy } from 'react';

// Everything that stands beside the canvas is wired here, and loaded when it is first opened.

/** All about what is selected, to be changed. */
export const Inspector = lazy(() =>
  import('../inspector/Inspector.tsx').then((room) => ({ default: room.Inspector })),
);

/** Makes a calendar where one is missing. */
export const CalendarForm = lazy(() =>
  import('../calendars/CalendarForm.tsx').then((room) => ({ default: room.CalendarForm })),
);

/** The same on a small screen: only to be read. */
export const NodePanel = lazy(() => import('./NodePanel.tsx').then((room) => ({ default: room.NodePanel })));

/** Chats with the draft. */
export const RehearsalPanel = lazy(() =>
  import('../rehearsal/RehearsalPanel.tsx').then((room) => ({ default: room.RehearsalPanel })),
);

/** How many of the chats that the flow must have go well. */
export const TestsBadge = lazy(() =>
  import('../rehearsal/TestsBadge.tsx').then((room) => ({ default: room.TestsBadge })),
);

/** Who gets the draft on a real phone. */
export const TestersDialog = lazy(() =>
  import('../publishing/TestersDialog.tsx').then((room) => ({ default: room.TestersDialog })),
);

/** What was published before. */
export const VersionsPanel = lazy(() =>
  import('../publishing/VersionsPanel.tsx').then((room) => ({ default: room.VersionsPanel })),
);

/** Asks what is to be known before a flow goes live. */
export const Publishing = lazy(() =>
  import('./Publishing.tsx').then((room) => ({ default: room.Publishing })),
);

export const ProblemList = lazy(() =>
  import('../problems/ProblemList.tsx').then((room) => ({ default: room.ProblemList })),
);
