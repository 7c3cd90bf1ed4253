import type { BusinessNumber, Json } from '../model.ts';
import { refusals } from './graph-error.ts';

const fields: Readonly<Record<string, (number: BusinessNumber) => unknown>> = {
  // biome-ignore-start lint/style/useNamingConvention: Meta's words
  id: (number) => number.phoneNumberId,
  display_phone_number: (number) => number.displayNumber,
  verified_name: (number) => number.verifiedName,
  quality_rating: () => 'GREEN',
  name_status: () => 'APPROVED',
  code_verification_status: () => 'VERIFIED',
  platform_type: () => 'CLOUD_API',
  throughput: () => ({ level: 'STANDARD' }),
  status: () => 'CONNECTED',
  webhook_configuration: (number) => ({ application: number.webhookUrl }),
  whatsapp_business_manager_messaging_limit: () => 'TIER_2K',
  // biome-ignore-end lint/style/useNamingConvention: Meta's words
};

const USUAL = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'id',
];

/** `GET /{phone}?fields=`: the asked fields and always the id. Graph error 100 for a field there is not. */
export function phoneNumber(number: BusinessNumber, asked: unknown): Json {
  const names = typeof asked === 'string' && asked ? asked.split(',').map((name) => name.trim()) : USUAL;
  const pairs = [...new Set([...names, 'id'])].map((name) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field)
      throw refusals.of(
        100,
        `Tried accessing nonexisting field (${name.slice(0, 60)}) on node type (WhatsAppBusinessPhoneNumber)`,
      );
    return [name, field(number)] as const;
  });
  return Object.fromEntries(pairs);
}
