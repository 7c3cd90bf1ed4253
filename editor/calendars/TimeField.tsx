import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readTime } from './week.ts';

interface TimeFieldProps {
  readonly label: string;
  readonly time: string;
  /** Midnight is then the end of the day. */
  readonly isEnd?: boolean;
  readonly isWrong: boolean;
  onChange(time: string): void;
}

/** A time of day, by the clock of 24 hours, however it is typed. Browsers' own fields follow the reader's locale, not the page. */
export function TimeField({ label, time, isEnd = false, isWrong, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState<string>();
  const settle = () => {
    if (typed !== undefined) onChange(readTime(typed, isEnd) ?? typed);
    setTyped(undefined);
  };
  return (
    <TextInput
      className="time"
      aria-label={label}
      value={typed ?? time}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
      error={isWrong}
      maxLength={8}
      placeholder="09:00"
      inputMode="text"
      spellCheck={false}
    />
  );
}
