import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The command line: one file that runs on a bare Node, with everything it needs inside. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    rolldownOptions: {
      output: {
        entryFileNames: 'chainrule.js',
        banner: '#!/usr/bin/env node',
        codeSplitting: false,
        topLevelVar: false,
      },
    },
  },
});
