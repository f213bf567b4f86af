import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { type Graph, moveNodes, readGraph } from '../../src/graph/index.ts';
import { clashes, draw, hidden, needsOf } from '../../tests/support/clashes.ts';
import { layered } from '../graphs.ts';
import { crossings } from './crossings.ts';
import { type Engine, engines } from './engines.ts';
import { dense } from './networks.ts';

const quick = process.argv.includes('--quick');

/** Graphs that are judged together. */
interface Case {
  readonly name: string;
  readonly graphs: readonly Graph[];
}

interface Row {
  readonly engine: string;
  readonly case: string;
  readonly nodes: number;
  readonly edges: number;
  readonly straight: number;
  readonly curved: number;
  readonly hidden: number | null;
  readonly clashes: number | null;
  readonly milliseconds: number;
}

const sizes = quick ? [50, 200] : [50, 200, 500, 1000, 2000];
const cases: readonly Case[] = [
  { name: 'gallery', graphs: gallery() },
  { name: 'dense 4-6-6-3', graphs: [dense([4, 6, 6, 3])] },
  { name: 'dense 8-12-12-8', graphs: [dense([8, 12, 12, 8])] },
  ...sizes.map((size) => ({
    name: `random ${size}`,
    graphs: [1, 2, 3].map((seed) => layered(size, seed)),
  })),
];

function gallery(): Graph[] {
  return readdirSync('graphs')
    .filter((name) => name !== 'gallery.json' && !name.startsWith('exercise-'))
    .flatMap((name) => {
      const read = readGraph(readFileSync(`graphs/${name}`, 'utf8'));
      return read.ok ? [read.graph] : [];
    });
}

/** Above this many edges the page does not look for free places, and there is nothing to judge. */
const mostJudged = 400;

async function measure(engine: Engine, { name, graphs }: Case): Promise<Row> {
  let [nodes, edges, straight, curved, behind, clashing, milliseconds] = [0, 0, 0, 0, 0, 0, 0];
  let isJudged = true;
  for (const graph of graphs) {
    const needs = needsOf(graph);
    // Time of the processor rather than of the clock: it does not depend on what else is running.
    const started = process.cpuUsage();
    const places = await engine.place(graph, needs);
    milliseconds += process.cpuUsage(started).user / 1000;
    const drawing = draw(moveNodes(graph, places));
    const crossed = crossings(drawing.edges);
    nodes += graph.nodes.length;
    edges += drawing.edges.length;
    straight += crossed.straight;
    curved += crossed.curved;
    isJudged &&= drawing.edges.length <= mostJudged;
    if (!isJudged) continue;
    behind += hidden(drawing).length;
    clashing += clashes(drawing).length;
  }
  return {
    engine: engine.name,
    case: name,
    nodes,
    edges,
    straight,
    curved,
    hidden: isJudged ? behind : null,
    clashes: isJudged ? clashing : null,
    milliseconds: Math.round(milliseconds / graphs.length),
  };
}

/** What a visitor loads to have the engine, gzipped. */
function downloads(): string {
  const require = createRequire(import.meta.url);
  const size = (file: string) => gzipSync(readFileSync(require.resolve(file))).length;
  const files = {
    elk: ['elkjs/lib/elk-worker.min.js', 'elkjs/lib/elk-api.js'],
    dagre: ['@dagrejs/dagre'],
    'Graphviz dot': ['@viz-js/viz'],
  };
  return Object.entries(files)
    .map(
      ([name, list]) =>
        `${name} ${Math.round(list.reduce((sum, file) => sum + size(file), 0) / 1000)} kB`,
    )
    .join(', ');
}

// Everyone warms up on the same small graph.
for (const engine of engines) await measure(engine, cases[1]);

const isJson = process.argv.includes('--json');
if (!isJson) console.log(`Download, gzip: ${downloads()}`);
const rows: Row[] = [];
for (const one of cases) {
  const largest = Math.max(...one.graphs.map(({ nodes }) => nodes.length));
  const own: Row[] = [];
  for (const engine of engines) {
    if (largest > engine.most) continue;
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${one.name}: ${engine.name}`);
    own.push(await measure(engine, one));
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  rows.push(...own);
  if (!isJson) console.log(tableOf(one, own));
}
if (isJson) console.log(JSON.stringify(rows, null, 2));

/** What was measured on some graphs, as a table for a terminal. */
function tableOf({ name, graphs }: Case, rows: readonly Row[]): string {
  const columns = ['straight', 'curved', 'hidden', 'clashes', 'ms/graph'];
  const [{ nodes, edges }] = rows;
  return [
    '',
    `${name}: ${graphs.length} graphs, ${nodes} nodes, ${edges} edges`,
    ['engine'.padEnd(28), ...columns.map((title) => title.padStart(9))].join(''),
    ...rows.map((row) => {
      const cells = [row.straight, row.curved, row.hidden, row.clashes, row.milliseconds];
      const shown = cells.map((cell) => (cell === null ? '–' : String(cell)).padStart(9));
      return [row.engine.padEnd(28), ...shown].join('');
    }),
  ].join('\n');
}
