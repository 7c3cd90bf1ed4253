/** Where a server is reached, and how. */
interface Addresses {
  readonly url: string;
  readonly signInUrl: string;
  readonly isSetUp: boolean;
}

/** What is printed at the start: where to go first. Once people have accounts, the key is for emergencies. */
export function welcome({ url, signInUrl, isSetUp }: Addresses): string {
  const lines = isSetUp
    ? [
        `Open   ${url}`,
        `Chat   ${url}/simulator`,
        '',
        `Lost the password? ${signInUrl} signs you in without one.`,
      ]
    : [
        `Open   ${signInUrl}`,
        '       (signs you in; set up your own account there)',
        `Chat   ${url}/simulator`,
      ];
  return ['', 'Sluice is ready.', '', ...lines, ''].map((line) => (line ? `  ${line}\n` : '\n')).join('');
}
