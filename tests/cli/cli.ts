import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, targets } from '../../scripts/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder for the files of one test run. */
export const folder: string = mkdtempSync(join(tmpdir(), 'chainrule-cli-'));

/** The gallery's file of the worked example z = x·y. */
export const example: string = join(root, 'graphs/linear-z-graph.json');

/** Builds the command line from the present sources, unless it is up to date. */
export function buildCli(): Promise<void> {
  return build('cli');
}

/** Removes the folder; after the tests of a file. */
export function removeFolder(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** What a call of the command line left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line; `input` is what it finds on standard input. */
export function chainrule(args: readonly string[], input: string | Buffer = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, targets.cli.output), ...args], {
      cwd: folder,
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
    // A command that refuses its input early closes the pipe on us.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Writes a file into the folder and gives its name. */
export function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

/** A file with these nodes and further keys. */
export function graphFile(name: string, nodes: readonly unknown[], further: object = {}): string {
  return file(name, JSON.stringify({ format: 'chainrule-graph', version: 1, nodes, ...further }));
}
