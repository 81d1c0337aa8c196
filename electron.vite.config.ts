import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Loaded from node_modules at run time: it carries native code. Everything else is bundled. */
const external = ['better-sqlite3'];
/** The oldest Node that the main process may run on. */
const target = 'node20.18';

export default defineConfig({
  main: {
    build: {
      target,
      outDir: at('out/main'),
      rolldownOptions: {
        external,
        input: {
          electron: at('main/boot/electron.ts'),
          'engine.worker': at('main/boot/engine.worker.ts'),
          'reader.worker': at('main/boot/reader.worker.ts'),
          'jobs.worker': at('main/boot/jobs.worker.ts'),
          'restore.worker': at('main/boot/restore.worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target,
      outDir: at('out/preload'),
      rolldownOptions: {
        input: { index: at('main/preload/index.ts') },
        // A sandboxed preload script is CommonJS, and the extension must say so beside `"type": "module"`.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: at('out/renderer'),
      // The content security policy allows no data: addresses.
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
