import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    allowOnly: false,
    // Property tests on a slow machine, and tests that start the command line.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
