import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The renderer alone, on sample data: `vite --config renderer/vite.dev.config.ts`, then /testing/?persons=1000. */
const config = defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  // A font as a data: address would break the content security policy.
  build: { assetsInlineLimit: 0, rolldownOptions: { input: 'testing/index.html' } },
});

// Vite takes its configuration from the default export and nowhere else.
export { config as default };
