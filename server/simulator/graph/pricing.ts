import type { Json, Template } from '../model.ts';

/** The `pricing` of a status, per message as since July 2025. Without a template it is a service message. */
export function pricingOf(category: Template['category'] | undefined, isWindowOpen: boolean): Json {
  const kind = category?.toLowerCase() ?? 'service';
  const isFree = kind === 'service' || (kind === 'utility' && isWindowOpen);
  return {
    billable: !isFree,
    pricing_model: 'PMP',
    type: isFree ? 'free_customer_service' : 'regular',
    category: kind,
  };
}
