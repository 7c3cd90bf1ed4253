import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { useComputedColorScheme } from '@mantine/core';
import CodeMirror, { EditorView } from '@uiw/react-codemirror';
import { useMemo } from 'react';
import type { CodeBoxProps } from './CodeBox.tsx';

const SETUP = { lineNumbers: false, foldGutter: false, highlightActiveLine: false } as const;

/** The editor itself, in a file of its own so that it is loaded only when it is needed. */
export function CodeMirrorBox({ id, language, label, text, isReadOnly = false, change }: CodeBoxProps) {
  const scheme = useComputedColorScheme('light');
  const extensions = useMemo(
    () => [
      language === 'json' ? json() : javascript(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ id, 'aria-label': label }),
    ],
    [language, id, label],
  );
  return (
    <CodeMirror
      value={text}
      theme={scheme}
      basicSetup={SETUP}
      extensions={extensions}
      maxHeight="320px"
      editable={!isReadOnly}
      onChange={change}
    />
  );
}
