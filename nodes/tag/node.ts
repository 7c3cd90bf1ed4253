import { defineNode, leave } from '../contract/node-type.ts';
import { mistake, warning } from '../contract/remark.ts';
import type { Schema } from '../contract/schema.ts';

const tag = {
  type: 'string',
  format: 'template',
  minLength: 1,
  maxLength: 60,
  examples: ['vip'],
} as const satisfies Schema;

/** Puts tags on a contact and takes tags off. */
export const node = defineNode({
  title: 'Tag',
  doc: 'Puts tags on the contact, or takes them off.',
  fresh: { add: [] },
  params: {
    type: 'object',
    additionalProperties: false,
    properties: {
      add: { type: 'array', title: 'Tags to add', maxItems: 20, items: tag },
      remove: { type: 'array', title: 'Tags to remove', maxItems: 20, items: tag },
    },
  },
  ports: () => [{ id: 'next', label: 'Next' }],
  enter: ({ params }) => {
    const [addTags, removeTags] = [named(params.add), named(params.remove)];
    const patch = { ...(addTags.length > 0 && { addTags }), ...(removeTags.length > 0 && { removeTags }) };
    return Object.keys(patch).length === 0
      ? leave('next')
      : leave('next', { effects: [{ type: 'updateContact', patch }] });
  },
  check: ({ add = [], remove = [] }) => [
    ...(add.length + remove.length === 0 ? [mistake('add', 'Name a tag to add or to remove')] : []),
    ...remove.flatMap((name, index) =>
      add.includes(name) ? [warning(`remove.${index}`, '"{name}" is also added, so it stays', { name })] : [],
    ),
  ],
});

/** A hole that nothing filled names no tag. */
const named = (tags: readonly string[] = []): readonly string[] => [
  ...new Set(tags.map((name) => name.trim()).filter((name) => name !== '')),
];
