import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { webRoot } from './vite.shared.ts';

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@shared': resolve(webRoot, 'src/shared') } },
  test: { environment: 'happy-dom', include: ['tests/unit/**/*.test.ts'] },
});
