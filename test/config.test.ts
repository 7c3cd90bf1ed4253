import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../server/config.ts';
import { databaseIn } from '../server/database.ts';

/** What is said about settings that will not do. */
function mistakesIn(env: { readonly [name: string]: string }): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('settings', () => {
  test('all have a default that works', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', demo: true, logLevel: 'info' });
    expect(isAbsolute(config.dataDir)).toBe(true);
    expect(config).not.toHaveProperty('mongodbUri');
  });

  test('that are empty count as not set', () => {
    expect(readConfig({ PORT: ' ', SECRET_KEY: '', MONGODB_URI: '' })).toEqual(readConfig({}));
  });

  test('that will not do are all told at once', () => {
    const env = {
      PORT: '70000',
      DEMO: 'yes',
      SECRET_KEY: 'short',
      GRAPH_API_URL: 'ftp://x',
      PUBLIC_URL: 'x',
    };
    expect(mistakesIn(env).map((mistake) => mistake.split('=')[0])).toEqual([
      'PORT',
      'SECRET_KEY',
      'PUBLIC_URL',
      'GRAPH_API_URL',
      'DEMO',
    ]);
  });

  test('that hold secrets are not repeated when they will not do', () => {
    const said = mistakesIn({ SECRET_KEY: 'hush', MONGODB_URI: 'mongo://sluice:hush@db/sluice' }).join();
    expect(said).toContain('MONGODB_URI=…: must begin with mongodb://');
    expect(said).not.toContain('hush');
  });

  test('that are addresses lose the stroke at their end', () => {
    expect(readConfig({ PUBLIC_URL: 'https://a.test/', GRAPH_API_URL: 'http://b.test/g/' })).toMatchObject({
      publicUrl: 'https://a.test',
      graphApiUrl: 'http://b.test/g',
    });
  });
});

test.each([
  ['mongodb://db.test/talks', 'talks'],
  ['mongodb://one:27017,two:27018/talks?replicaSet=rs', 'talks'],
  ['mongodb+srv://u:p%40ss@cluster.test/talks', 'talks'],
  ['mongodb://one:27017,two:27018/?replicaSet=rs', undefined],
  ['mongodb://one:27017,two:27018', undefined],
  ['mongodb://%2Ftmp%2Fm.sock/', undefined],
])('%s names the database %s', (uri, name) => {
  expect(databaseIn(uri)).toBe(name);
});
