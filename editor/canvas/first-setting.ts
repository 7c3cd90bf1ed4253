import type { NodeTypeView } from '../../server/api/contract.ts';

/** The setting of a type that people come for; none where there is nothing to set. */
export const firstSetting = (type: NodeTypeView | undefined): string | undefined =>
  type && Object.keys(type.params.properties)[0];
