import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { appConfig, outRoot } from './vite.shared.ts';

const base = appConfig('resident', '/');

/** The portal lives at the root beside the other apps, so only its own assets may be cleared. */
const clearOwnAssets = {
  name: 'clear-own-assets',
  buildStart: () => rmSync(resolve(outRoot, 'assets'), { recursive: true, force: true }),
};

export default defineConfig({
  ...base,
  plugins: [...base.plugins!, clearOwnAssets],
  build: { ...base.build, outDir: outRoot, emptyOutDir: false },
});
