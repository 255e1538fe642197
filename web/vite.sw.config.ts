// The field app's service worker, built after the app: its precache list is read from the finished
// build, which needs no plugin (docs/decisions/0050).
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { defineConfig } from 'vite';
import { appConfig, webRoot } from './vite.shared.ts';

const base = appConfig('field', '/field/');
const built = base.build!.outDir!;

const precache = readdirSync(built, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(built, resolve(entry.parentPath, entry.name)).split(sep).join('/'))
  .filter((file) => /\.(js|css|html|svg|png|woff2|webmanifest)$/.test(file) && file !== 'sw.js')
  .sort()
  .map((file) => ({ url: `/field/${file}`, revision: revisionOf(file) }));

/** Hashed file names need no revision; the others get one from their content. */
function revisionOf(file: string): string | null {
  if (/-[\w-]{8}\.\w+$/.test(file)) return null;
  return createHash('sha256')
    .update(readFileSync(resolve(built, file)))
    .digest('hex')
    .slice(0, 16);
}

export default defineConfig({
  ...base,
  publicDir: false,
  plugins: [],
  define: {
    'self.__WB_MANIFEST': JSON.stringify(precache),
    'process.env.NODE_ENV': '"production"',
  },
  build: {
    ...base.build,
    emptyOutDir: false,
    lib: {
      entry: resolve(webRoot, 'src/field/sw.ts'),
      formats: ['iife'],
      name: 'sw',
      fileName: () => 'sw.js',
    },
  },
});
