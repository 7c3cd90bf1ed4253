/** How WhatsApp shows a number of options, and how many letters of each it has room for. */
export interface ChoicesLook {
  readonly is: 'buttons' | 'list' | 'numbers';
  readonly room?: number;
}

/** Up to 3 are buttons, up to 10 a list, more are written as numbered text. */
export function lookOf(count: number): ChoicesLook {
  if (count <= 3) return { is: 'buttons', room: 20 };
  return count <= 10 ? { is: 'list', room: 24 } : { is: 'numbers' };
}

/** A title as the phone shows it: cut where its room ends. */
export function cutTo(label: string, room: number | undefined): string {
  const letters = [...label];
  return room === undefined || letters.length <= room ? label : `${letters.slice(0, room - 1).join('')}…`;
}
