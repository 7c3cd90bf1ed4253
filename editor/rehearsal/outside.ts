import type { IssuedEffect } from '../../nodes/contract/effect.ts';
import type { Sample } from '../../nodes/contract/flow.ts';
import type { FlowDocument } from '../desk/document.ts';

/** The line that answers so in a chat. */
export function lineOf(sample: Sample): string {
  switch (sample.is) {
    case 'http':
      return `~ ${sample.status} ${JSON.stringify(sample.body)}`;
    case 'record':
      return sample.record === null ? '~ no record' : `~ record ${JSON.stringify(sample.record)}`;
    case 'failure':
      return sample.code === 'timeout'
        ? '~ timeout'
        : `~ failed ${sample.reason.replace(/\s+/g, ' ') || sample.code}`;
  }
}

/** A request as the server is asked to perform it. */
export function orderOf(effect: IssuedEffect): object {
  if (effect.type === 'crmLookup')
    return { crm: { connection: effect.connection, find: effect.find, value: effect.value } };
  if (effect.type !== 'httpRequest') return {};
  const { method, url, headers, timeoutMs, connection, body } = effect;
  return {
    http: {
      method,
      url,
      headers,
      timeoutMs,
      ...(connection !== undefined && { connection }),
      ...(body !== undefined && { body }),
    },
  };
}

/** The document with an answer pinned to a node. */
export const withSample = (document: FlowDocument, node: string, sample: Sample): FlowDocument => ({
  ...document,
  samples: { ...document.samples, [node]: sample },
});
