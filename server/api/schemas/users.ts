import { ROLES } from '../permissions.ts';
import { list, moment, object, text, truth } from '../schema.ts';

export const name = text(80, 'Name');
export const email = {
  type: 'string',
  pattern: '^\\s*[^\\s@]{1,64}@[^\\s@]{1,180}\\s*$',
  maxLength: 254,
  title: 'Email',
} as const;
/** Whether it is good enough is said in a sentence, not by a schema. */
export const password = { type: 'string', maxLength: 200, title: 'Password' } as const;
export const role = { type: 'string', enum: ROLES } as const;
export const language = { type: 'string', enum: ['en', 'th'] } as const;

export const user = object(
  { id: { type: 'string' }, email: { type: 'string' }, name: { type: 'string' }, role, createdAt: moment },
  {
    language,
    seenAt: { ...moment, description: 'When they were last here, to the hour.' },
    disabled: { ...truth, description: 'May not sign in.' },
    mustChoose: { ...truth, description: 'Still has the password that somebody made up.' },
  },
);

export const newUser = object({ name, email, role }, { language });
export const withPassword = object({
  user,
  password: { type: 'string', description: 'Made up for them, and shown this once.' },
});

export const me = object(
  {
    kind: { type: 'string', enum: ['key', 'user'] },
    role,
    permissions: list({ type: 'string' }),
    needsSetUp: { ...truth, description: 'Nobody has an account yet.' },
  },
  { user },
);
