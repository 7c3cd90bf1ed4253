export type Severity = 'error' | 'warning';

/**
 * Every problem a flow can have, by its code. Codes are for good: the editor, the API and people's notes
 * refer to them. A flow with an error cannot be published; a warning is advice.
 */
export const CODES = {
  // the file as such
  'file-too-large': 'error',
  'file-too-deep': 'error',
  'file-not-json': 'error',
  'file-shape': 'error',
  'file-foreign': 'error',
  'file-too-new': 'error',
  'file-unknown-field': 'warning',
  'node-unreadable': 'error',
  'edge-unreadable': 'error',
  'id-changed': 'warning',
  // nodes, each by itself
  'duplicate-id': 'error',
  'unknown-node-type': 'error',
  'node-too-new': 'error',
  'upgrade-failed': 'error',
  'params-invalid': 'error',
  'settings-rejected': 'error',
  'settings-doubtful': 'warning',
  'template-invalid': 'error',
  'condition-invalid': 'error',
  'pattern-invalid': 'error',
  'no-reply-unset': 'warning',
  // edges
  'edge-from-nowhere': 'error',
  'edge-to-nowhere': 'error',
  'edge-into-trigger': 'error',
  'port-missing': 'error',
  'port-drawn-twice': 'error',
  'port-unconnected': 'warning',
  'failure-unhandled': 'warning',
  'silence-unhandled': 'warning',
  // the graph as a whole
  'no-trigger': 'error',
  'too-many-nodes': 'error',
  'too-many-edges': 'error',
  'flow-too-large': 'error',
  'unreachable-node': 'warning',
  'loop-without-pause': 'error',
  'calls-itself': 'error',
  'window-may-close': 'warning',
  // variables
  'variable-unknown': 'warning',
  'variable-reserved': 'error',
  'variable-malformed': 'error',
  // other things of the workspace
  'keyword-tie': 'error',
  'keyword-overlap': 'warning',
  'flow-missing': 'error',
  'calendar-missing': 'error',
  'connection-missing': 'error',
  'team-missing': 'error',
  'number-missing': 'error',
  'template-missing': 'error',
} as const satisfies { readonly [code: string]: Severity };

export type Code = keyof typeof CODES;
