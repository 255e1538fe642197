import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import type { PluginOption, UserConfig } from 'vite';

export const webRoot = fileURLToPath(new URL('.', import.meta.url));
export const outRoot = resolve(process.env.WEB_OUT ?? resolve(webRoot, 'dist'));

/** Old Chromium kernels on office desktops and phones of 2021: see docs/decisions/0050. */
export const browsers = ['chrome94', 'safari15.4'];

const server = process.env.LINLI_URL ?? 'http://localhost:8080';
const proxied = Object.fromEntries(
  ['/api', '/health', '/tiles'].map((path) => [path, { target: server }]),
);

export function appConfig(app: string, base: string, plugins: PluginOption[] = []): UserConfig {
  return {
    root: resolve(webRoot, 'apps', app),
    base,
    publicDir: 'public',
    resolve: {
      alias: { '@shared': resolve(webRoot, 'src/shared'), '@app': resolve(webRoot, 'src', app) },
    },
    plugins: [vue(), ...plugins],
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    server: { proxy: proxied, fs: { allow: [webRoot] } },
    build: {
      outDir: resolve(outRoot, app),
      emptyOutDir: true,
      target: browsers,
      sourcemap: false,
      chunkSizeWarningLimit: 900,
    },
  };
}
