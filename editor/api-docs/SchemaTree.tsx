import { Badge, Code, Text } from '@mantine/core';
import { useTexts } from '../lib/language.tsx';
import { fieldsOf, kindOf, limitsOf, type SchemaObject } from './description.ts';
import { apiTexts } from './texts.ts';

/** Deeper than this, fields are shown when they are asked for. */
const OPEN_DEPTH = 1;

interface SchemaTreeProps {
  readonly schema: SchemaObject;
  readonly depth?: number;
}

/** The fields of a schema, one below the other, each with what it holds. */
export function SchemaTree({ schema, depth = 0 }: SchemaTreeProps) {
  const inside = fieldsOf(schema);
  if (!inside?.properties)
    return depth === 0 ? (
      <Text size="sm" c="dimmed">
        {kindOf(schema)} {limitsOf(schema)}
      </Text>
    ) : null;
  return (
    <ul className="plain-list schema">
      {Object.entries(inside.properties).map(([name, field]) => (
        <Field
          key={name}
          name={name}
          schema={field}
          isRequired={inside.required?.includes(name) ?? false}
          depth={depth}
        />
      ))}
    </ul>
  );
}

interface FieldProps {
  readonly name: string;
  readonly schema: SchemaObject;
  readonly isRequired: boolean;
  readonly depth: number;
}

/** A field, a parameter: its name, what it holds, and what is in it. */
export function Field({ name, schema, isRequired, depth }: FieldProps) {
  const t = useTexts(apiTexts);
  const limits = limitsOf(schema);
  const line = (
    <span className="schema-line">
      <Code>{name}</Code>
      <span className="schema-kind">{kindOf(schema)}</span>
      {isRequired && (
        <Badge className="badge" size="xs" variant="light">
          {t('required')}
        </Badge>
      )}
      {limits !== '' && <span className="schema-limits">{limits}</span>}
      {schema.description !== undefined && <span className="schema-says">{schema.description}</span>}
    </span>
  );
  if (!fieldsOf(schema)) return <li>{line}</li>;
  return (
    <li>
      <details open={depth < OPEN_DEPTH}>
        <summary>{line}</summary>
        <SchemaTree schema={schema} depth={depth + 1} />
      </details>
    </li>
  );
}
