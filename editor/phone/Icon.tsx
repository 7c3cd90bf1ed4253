const paths = {
  send: 'M4 12 20 4l-5 16-3.5-6.5L4 12Zm7.5 1.5L20 4',
  plus: 'M12 5v14M5 12h14',
  photo: 'M4 6h16v12H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  document: 'M7 3h7l5 5v13H7zM14 3v5h5M10 13h6M10 17h6',
  pin: 'M12 21s7-6.3 7-11.5A7 7 0 0 0 5 9.5C5 14.7 12 21 12 21Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  back: 'M15 5l-7 7 7 7',
  down: 'M6 9l6 6 6-6',
  reply: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6',
  list: 'M8 7h12M8 12h12M8 17h12M4 7h.01M4 12h.01M4 17h.01',
  link: 'M14 5h5v5M19 5l-8 8M17 14v5H5V7h5',
  phone:
    'M6 4h4l1.5 4.5-2.5 2a12 12 0 0 0 5 5l2-2.5L20.500 14.500V18.500A2 2 0 0 1 18.500 20.500 15 15 0 0 1 4 6a2 2 0 0 1 2-2Z',
  close: 'M6 6l12 12M18 6 6 18',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.500 14.500a4.500 4.500 0 0 0 7 0M9 10h.01M15 10h.01',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 20a6.500 6.500 0 0 1 13 0M16 4.500a3.500 3.500 0 0 1 0 6M18 14.500a6.500 6.500 0 0 1 3.500 5.500',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3 2',
  alert: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v6M12 16.500h.01',
  more: 'M12 6h.01M12 12h.01M12 18h.01',
} as const;

/** The drawings of this page. */
export type IconName = keyof typeof paths;

/** A drawing that says nothing by itself; whoever uses it names the thing. */
export function Icon({ name, size = 22 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" className="icon">
      <path d={paths[name]} />
    </svg>
  );
}
