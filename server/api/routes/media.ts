import { randomBytes } from 'node:crypto';
import { mediaTypeOf, safeName } from '../../media-kinds.ts';
import { type Route, route } from '../route.ts';
import { object, text, whole } from '../schema.ts';

/** Files that flows send. */
export const mediaRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/media',
    title: 'Keeps a file that flows can send; WhatsApp fetches it by its address',
    needs: 'flows.edit',
    query: object({ name: { ...text(255), description: 'What the file is called; its ending matters.' } }),
    body: 'bytes',
    answer: object({
      id: { type: 'string' },
      name: { type: 'string' },
      mime: { type: 'string' },
      kind: { type: 'string', enum: ['image', 'video', 'audio', 'document'] },
      size: { ...whole(1, 1e9), description: 'In bytes.' },
      url: { type: 'string' },
    }),
    status: 201,
    refuses: [413],
    handle: async ({ deps: { store, clock, publicUrl }, body, query }) => {
      const bytes = body instanceof Uint8Array ? body : new Uint8Array();
      const type = mediaTypeOf(bytes, query.name);
      const { kind, mime } = type;
      const id = randomBytes(18).toString('base64url');
      const name = safeName(query.name, type);
      await store.media.add({ id, name, mime, kind, size: bytes.length, createdAt: clock() }, bytes);
      const url = `${publicUrl()}/media/${id}/${encodeURIComponent(name)}`;
      return { id, name, mime, kind, size: bytes.length, url };
    },
  }),
];
