// Bundles our sources for Node; the peers stay outside, as they were installed.
export default {
  root: import.meta.dirname,
  build: {
    ssr: true,
    rolldownOptions: {
      input: { main: 'main.ts', layout: 'layout/main.ts' },
      output: { topLevelVar: false },
    },
    outDir: 'dist',
    target: 'node20',
  },
  logLevel: 'warn',
};
