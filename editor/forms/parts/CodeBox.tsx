import { Button, Group } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';

export interface CodeBoxProps {
  readonly id: string;
  readonly language: 'json' | 'javascript';
  /** What it is for, to those who do not see it. */
  readonly label: string;
  readonly text: string;
  readonly isReadOnly?: boolean;
  /** A button that runs what is written. */
  readonly run?: { readonly label: string; start(): void };
  change(text: string): void;
}

const CodeMirrorBox = lazy(() =>
  import('./CodeMirrorBox.tsx').then((box) => ({ default: box.CodeMirrorBox })),
);

/** A small editor for code. It is large to load, so it comes when the first one is shown, and is a plain box until then. */
export function CodeBox(props: CodeBoxProps) {
  const { id, label, text, change, isReadOnly = false, run } = props;
  const plain = (
    <textarea
      id={id}
      className="code-plain"
      aria-label={label}
      rows={Math.min(12, text.split('\n').length)}
      spellCheck={false}
      value={text}
      readOnly={isReadOnly}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
  return (
    <div className="code-box">
      <Suspense fallback={plain}>
        <CodeMirrorBox {...props} />
      </Suspense>
      {run && (
        <Group justify="flex-end" mt={4}>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlayerPlay size={15} />}
            onClick={() => run.start()}
          >
            {run.label}
          </Button>
        </Group>
      )}
    </div>
  );
}
