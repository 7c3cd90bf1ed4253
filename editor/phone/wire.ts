/** A JSON object of the virtual WhatsApp whose keys are looked up by hand. */
export type Json = Readonly<Record<string, unknown>>;

/** A business number one can write to. */
export interface Line {
  readonly id: string;
  readonly displayNumber: string;
  readonly name: string;
  /** What a newcomer may write first. */
  readonly hints: readonly string[];
}

/** A virtual person. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly number?: string;
  readonly username?: string;
  readonly language?: string;
}

/** How far a message came. */
export type Progress = 'sent' | 'delivered' | 'read' | 'failed';

/** A message as the virtual WhatsApp keeps it. */
export interface Message {
  readonly id: string;
  readonly from: 'phone' | 'business';
  readonly order: number;
  readonly at: number;
  readonly type: string;
  readonly content: unknown;
  readonly context?: string;
  readonly status: Progress;
  readonly clientId?: string;
  readonly chat: string;
}

/** What the open line tells. */
export type LiveEvent =
  | { readonly type: 'message'; readonly message: Message }
  | {
      readonly type: 'status';
      readonly chat: string;
      readonly from: 'phone' | 'business';
      readonly status: Progress;
      readonly upTo?: number;
      readonly id?: string;
    }
  | { readonly type: 'typing'; readonly chat: string; readonly until: number }
  | { readonly type: 'lists' };

/** What a person does, before it is sent. */
export type Draft =
  | { readonly type: 'text'; readonly text: { readonly body: string } }
  | { readonly type: 'location'; readonly location: Place }
  | { readonly type: 'reaction'; readonly reaction: { readonly message_id: string; readonly emoji?: string } }
  | { readonly type: 'tap'; readonly tap: { readonly message_id: string; readonly id: string } }
  | { readonly type: 'file'; readonly file: File };

/** A point on the earth, with what people call it. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
}

/** Whether a value is a JSON object. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON object behind a key, or an empty one. */
export const inside = (value: unknown, key: string): Json => {
  const found = isJson(value) ? value[key] : undefined;
  return isJson(found) ? found : {};
};

/** The text behind a key, or an empty one. */
export const word = (value: unknown, key: string): string => {
  const found = isJson(value) ? value[key] : undefined;
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

/** The objects of the list behind a key. */
export const each = (value: unknown, key: string): readonly Json[] => {
  const found = isJson(value) ? value[key] : undefined;
  return Array.isArray(found) ? found.filter(isJson) : [];
};
