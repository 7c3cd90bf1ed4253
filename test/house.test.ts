import { glob, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Which room may import from which, besides itself. The first room that matches a file is its room.
 * Nothing imports upward; node types do not know each other; the engine knows only the contract; the runtime knows
 * interfaces, not databases; features of the editor do not know each other; only main.ts knows everyone.
 */
const rooms: readonly (readonly [room: RegExp, mayImport: RegExp])[] = [
  [/^nodes\/contract\//, /^$/],
  [/^nodes\/[^/]+\//, /^nodes\/contract\//],
  [/^server\/engine\//, /^nodes\/contract\//],
  [/^server\/embedded\//, /^$/],
  [/^server\/simulator\//, /^$/],
  [/^server\/channels\//, /^nodes\/contract\//],
  [/^server\/store\//, /^nodes\/contract\//],
  [
    /^server\/runtime\//,
    /^nodes\/contract\/|^server\/engine\/|^server\/store\/store\.ts$|^server\/channels\/channel\.ts$/,
  ],
  [/^server\/rehearsal\//, /^nodes\/contract\/|^server\/(engine|runtime)\//],
  [/^server\/jobs\//, /^server\/runtime\/ports\.ts$/],
  [/^server\/outside\//, /^nodes\/contract\/|^server\/(runtime\/ports|store\/store)\.ts$/],
  [/^server\/demo\//, /^nodes\/contract\/|^server\/(engine|runtime)\/|^server\/store\/store\.ts$/],
  [/^server\/live\//, /^server\/runtime\/ports\.ts$/],
  [
    /^server\/api\//,
    /^nodes\/contract\/|^server\/(engine|runtime|rehearsal|live|channels)\/|^server\/store\/store\.ts$|^server\/[a-z-]+\.ts$/,
  ],
  [/^server\/main\.ts$/, /^server\/|^package\.json$/],
  [
    /^server\/[a-z-]+\.ts$/,
    /^nodes\/contract\/|^server\/(engine|runtime|rehearsal|embedded)\/|^server\/store\/store\.ts$|^server\/[a-z-]+\.ts$/,
  ],
  [/^editor\/(lib|texts)\//, /^nodes\/|^editor\/(lib|texts)\//],
  // A page of its own, for visitors of the virtual WhatsApp: it shares nothing but how texts look.
  [/^editor\/phone\//, /^editor\/lib\/(Formatted\.tsx|formatting\.ts)$/],
  [/^editor\/desk\//, /^nodes\/|^editor\/(lib|texts)\//],
  [/^editor\/forms\//, /^nodes\/|^editor\/(lib|texts|desk)\//],
  [/^editor\/studio\//, /^nodes\/|^editor\//],
  [/^editor\/[^/]+\//, /^nodes\/|^editor\/(lib|texts|desk|forms)\//],
  [/^editor\//, /^editor\//],
  [/^test\//, /^(nodes|server|editor)\/|^package\.json$/],
];

/** Types may be taken from further away, since they leave nothing behind when the code runs. */
const typesOnly: readonly (readonly [from: RegExp, to: RegExp])[] = [
  [/^editor\//, /^server\/(api|runtime|rehearsal|store|engine|live)\//],
  [/^server\/(jobs|outside|live|runtime)\//, /^server\/(store|runtime|api|channels)\//],
];

/** Where no clock may be read and no dice thrown. */
const pure = /^(nodes\/.*\.ts|server\/engine\/.*|server\/rehearsal\/.*)$/;

const IMPORT = /^(?:import|export)( type)?[^']*?from '(\.[^']+)'/gm;
const files = (await Array.fromAsync(glob('{nodes,server,editor,test}/**/*.{ts,tsx}'))).sort();

test('there is a house to look at', () => {
  expect(files.length).toBeGreaterThan(200);
});

test.each(files)('%s keeps the house rules', async (file) => {
  const source = await readFile(file, 'utf8');
  expect(file, 'name').toMatch(
    /\/[a-z0-9-]+(\.test|\.config)?\.ts$|\/face\.tsx$|\/main\.tsx$|\/[A-Z][A-Za-z0-9]+\.tsx$|\/language\.tsx$/,
  );
  expect(file, 'says nothing').not.toMatch(/\b(utils?|helpers?|common|misc)\b|[Mm]anager|[Ss]ervice\./);
  expect(source.split('\n').length, 'lines').toBeLessThanOrEqual(300);
  if (pure.test(file))
    expect(source, 'no clock, no dice').not.toMatch(/new Date\(\)|Date\.now|Math\.random|performance\.now/);

  const found = rooms.find(([pattern]) => pattern.test(file));
  expect(found, 'room').toBeDefined();
  const [room, mayImport] = found ?? [/$^/, /$^/];
  const home = room.exec(file)?.[0] ?? '';
  for (const [, asType, specifier = ''] of source.matchAll(IMPORT)) {
    const target = relative('.', join(dirname(file), specifier));
    if (
      target.startsWith(home) ||
      (asType && typesOnly.some(([from, to]) => from.test(file) && to.test(target)))
    )
      continue;
    expect(target, `import in ${home}`).toMatch(mayImport);
  }
});
