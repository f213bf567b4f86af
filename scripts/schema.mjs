// npm run schema: publishes the form of a graph file as JSON Schema, from what the reader checks.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { install, root } from './project.mjs';

const file = join(root, 'public/schema/graph-v1.json');

await install();
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'src/graph/index.ts'), { configFile: false });
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(module.jsonSchema(), null, 2)}\n`);
