import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './csp.mjs';
import { motionWithoutColours } from './motion.mjs';

/** The page. Everything is relative, so that it can be served from any folder of any host. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  base: './',
  plugins: [
    react(),
    motionWithoutColours(),
    {
      name: 'content-security-policy',
      apply: 'build',
      transformIndexHtml: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
          injectTo: 'head-prepend',
        },
      ],
    },
  ],
  worker: { format: 'es' },
  build: {
    outDir: 'dist/page',
    manifest: true,
    // A font or picture inside a style sheet would be a data: address, which the policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      // Many small files compress badly: what every visitor needs comes as one. The entry stays
      // outside: it awaits the first document, and what loads meanwhile must not wait for it.
      // V8 folds what a `const` holds into machine code, a `var` not: a logarithm takes a quarter less.
      output: {
        topLevelVar: false,
        codeSplitting: {
          groups: [{ name: 'first', tags: ['$initial'], test: /^(?!.*(main\.tsx|index\.html)$)/ }],
        },
      },
    },
    // The reporter's limit is before gzip; `npm run size` holds the one that matters.
    chunkSizeWarningLimit: 1000,
  },
});
