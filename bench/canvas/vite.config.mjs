// Two builds: the bare page for the browser, and the bench itself for Node.
/** @param {{ mode: string }} build */
export default ({ mode }) => ({
  root: import.meta.dirname,
  base: './',
  build: mode === 'bare' ? { outDir: 'dist/bare' } : { ssr: 'main.ts', outDir: 'dist/main' },
  define: mode === 'bare' ? { 'process.env.NODE_ENV': '"production"' } : {},
  logLevel: 'error',
});
