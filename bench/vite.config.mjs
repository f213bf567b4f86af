// Bundles our sources for Node; the peers stay outside, as they were installed.
export default {
  root: import.meta.dirname,
  build: { ssr: 'main.ts', outDir: 'dist', target: 'node20' },
  logLevel: 'warn',
};
