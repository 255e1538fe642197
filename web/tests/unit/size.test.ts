// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * What each front end may weigh, in kB as they travel (gzip): what is there today and a little room.
 * An old phone on a village line pays for every one of them, so whoever raises a number says why.
 */
const FIRST_LOAD = { console: 194, field: 104, resident: 55 } as const;

/** What is fetched only by who needs it. */
const LATER = {
  console: { caseMap: 90, chart: 191, FilterPanel: 3, AdminPage: 10 },
  field: { PlaceMap: 88 },
  resident: { PlaceMap: 88, Demo: 8, Track: 5 },
} as const;

const SERVICE_WORKER = 42;
const BUILD_MILLIS = 300_000;

type App = keyof typeof FIRST_LOAD;
const APPS = Object.keys(FIRST_LOAD) as App[];

const out = mkdtempSync(join(tmpdir(), 'linli-size-'));

beforeAll(() => {
  const env = { ...process.env, NODE_ENV: 'production', WEB_OUT: out };
  execFileSync('npm', ['run', '--silent', 'build'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}, BUILD_MILLIS);

afterAll(() => rmSync(out, { recursive: true }));

function weight(app: App, file: string): number {
  return gzipSync(readFileSync(join(out, app, file))).length / 1000;
}

/** The page itself and everything it asks for before it shows anything. */
function firstLoad(app: App): string[] {
  const page = readFileSync(join(out, app, 'index.html'), 'utf8');
  return [
    'index.html',
    ...[...page.matchAll(/assets\/[\w.-]+\.(?:js|css)/g)].map(([file]) => file),
  ];
}

function assets(app: App, name: string): string[] {
  const found = readdirSync(join(out, app, 'assets')).filter((file) =>
    new RegExp(`^${name}-.{8}\\.js$`).test(file),
  );
  return found.map((file) => `assets/${file}`);
}

describe.each(APPS)('the %s app', (app) => {
  it('shows its first page after few bytes', () => {
    const files = firstLoad(app);

    expect(files.length).toBeGreaterThan(2);
    const total = files.reduce((sum, file) => sum + weight(app, file), 0);
    expect(total).toBeLessThanOrEqual(FIRST_LOAD[app]);
  });

  it.each(Object.entries(LATER[app]))('fetches %s later, within %i kB', (name, most) => {
    const [file, ...others] = assets(app, name);

    expect(others).toEqual([]);
    expect(firstLoad(app)).not.toContain(file);
    expect(weight(app, file!)).toBeLessThanOrEqual(most);
  });
});

it('the service worker of the field app stays small', () => {
  expect(weight('field', 'sw.js')).toBeLessThanOrEqual(SERVICE_WORKER);
});
