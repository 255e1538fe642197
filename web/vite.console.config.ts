import { defineConfig } from 'vite';
import { appConfig } from './vite.shared.ts';

const base = appConfig('console', '/console/');

export default defineConfig({
  ...base,
  // Element Plus' tree select extends another component, which needs Vue's options API.
  define: { ...base.define, __VUE_OPTIONS_API__: 'true' },
});
