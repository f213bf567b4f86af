import { cpus } from 'node:os';
import { agree, contenders, type Name, names } from './contenders.ts';
import { type EditTime, editSession, fastest, medians } from './edits.ts';
import { gallery } from './gallery.ts';
import { judge } from './goals.ts';
import { layered, linearExample, network231, neuron } from './graphs.ts';
import { type Cell, calibrate, median, medianRatio, sample } from './measure.ts';
import { asText, type Report } from './report.ts';
import { measureTraining } from './training/measure.ts';
import { type Candidate, type Workload, workloadOf } from './workload.ts';

const quick = process.argv.includes('--quick');
const rounds = quick ? 5 : 15;
// Samples are long enough for those who make garbage to collect it, too.
const effort = quick ? { sample: 4, warmUp: 150 } : { sample: 12, warmUp: 400 };
const [small, large, edited] = [1_000, 100_000, 10_000];

const workloads = [
  workloadOf('z = x·y', linearExample()),
  workloadOf('neuron', neuron(10)),
  workloadOf('network 2-3-1', network231()),
  ...[300, small, edited, large].map((size) => workloadOf(`layered ${size}`, layered(size))),
];

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

/** Other graphs that stay in use while one is measured. */
const company = gallery('graphs');
const programs = workloads.map(contenders.engine);
function keepBusy(): void {
  company.evaluate();
  for (const program of programs) program.repeat(1);
}

function cellFor(workload: Workload, candidate: Candidate): Cell {
  const cell = { candidate, units: workload.steps.length, samples: [], times: 1 };
  calibrate(cell, effort);
  return cell;
}

/** Measures all candidates on one graph, after they have agreed on its numbers. */
function measure(workload: Workload): Map<Name, Cell> {
  progress(`${workload.name}: warming up`);
  const ours = contenders.engine(workload);
  const cells = new Map<Name, Cell>();
  for (const name of names) {
    const candidate = name === 'engine' ? ours : contenders[name](workload);
    if (candidate === null) continue;
    agree(workload, name, ours, candidate);
    cells.set(name, cellFor(workload, candidate));
  }
  const row = [...cells.values()];
  // The largest graph takes tfjs seconds.
  const count = workload.steps.length < large ? rounds : Math.ceil(rounds / 3);
  for (let round = 0; round < count; round++) {
    progress(`${workload.name}: round ${round + 1} of ${count}`);
    // Starts at another candidate each time: none always follows the same one's garbage.
    for (let i = 0; i < row.length; i++) sample(row[(i + round) % row.length], effort);
    keepBusy();
  }
  return cells;
}

/** The engine's time per node in the large graph over that in the small one. */
function measureGrowth(): number {
  const sizes = workloads.filter(({ steps }) => [small, large].includes(steps.length));
  const [before, after] = sizes.map((size) => cellFor(size, contenders.engine(size)));
  for (let round = 0; round < rounds; round++) {
    progress(`growth: round ${round + 1} of ${rounds}`);
    sample(before, effort);
    sample(after, effort);
    keepBusy();
  }
  return medianRatio(after.samples, before.samples);
}

function measureEdits() {
  const session = editSession(layered(edited));
  const structural: EditTime[] = [];
  const leaf: EditTime[] = [];
  for (let round = 0; round < 2 * rounds; round++) {
    progress(`edits: round ${round + 1} of ${2 * rounds}`);
    structural.push(fastest(session.structural));
    leaf.push(fastest(session.leaf));
    keepBusy();
  }
  return { nodes: edited, structural: medians(structural), leaf: medians(leaf) };
}

for (let i = 0; i < 10; i++) keepBusy();
// Ours first, then graph by graph, small ones first: V8 adapts its heap to what a peer's large
// graphs leave behind, and everyone after them would pay for it.
const growth = measureGrowth();
const edits = measureEdits();
const graphs = workloads.map((workload) => {
  const cells = measure(workload);
  const ours = cells.get('engine')?.samples ?? [];
  return {
    name: workload.name,
    nodes: workload.steps.length,
    figures: [...cells].map(([name, { samples }]) => ({
      name,
      nanosecondsPerNode: median(samples),
      timesEngine: medianRatio(samples, ours),
    })),
  };
});
const training = measureTraining(rounds, effort, progress);
progress('');

const measured = { graphs, growth, edits, training };
const report: Report = {
  node: process.version,
  processor: cpus()[0]?.model ?? 'unknown',
  rounds,
  alive: company.size + workloads.length,
  ...measured,
  goals: judge(measured),
};
console.log(process.argv.includes('--json') ? JSON.stringify(report, null, 2) : asText(report));
