import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Command } from '../../src/app/commands/command.ts';
import {
  currentGraph,
  openDocument,
  redo,
  undo,
  useDocument,
} from '../../src/app/store/document.ts';
import {
  edgesOf,
  type Graph,
  type Position,
  readErrorText,
  readGraph,
  writeGraph,
} from '../../src/graph/index.ts';
import { anyGraph } from '../support/graphs.ts';

vi.stubGlobal('navigator', { language: 'en', platform: 'Linux' });
vi.stubGlobal('document', { activeElement: null });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
vi.stubGlobal('requestAnimationFrame', () => 0);
const { commands, commandsOf } = await import('../../src/app/commands/registry.ts');
const { isPossible } = await import('../../src/app/commands/possible.ts');
const { select, useView } = await import('../../src/app/store/view.ts');

/** What cannot be done without a browser; the tests of the page do it there. */
const needsBrowser: ReadonlySet<string> = new Set([
  // File dialogs, downloads, the clipboard.
  ...[
    'open',
    'save',
    'save-as',
    'download',
    'cut',
    'copy',
    'copy-formulas',
    'paste',
    'copy-picture',
  ],
  // A worker, the focus.
  ...['tidy', 'tidy-selection', 'context-menu'],
  ...['train-or-pause', 'update-once', 'update-several'],
]);

/** What replaces the document, whose history ends there. */
const replacesDocument: ReadonlySet<string> = new Set(['new']);

const usable = commands.filter(({ id }) => !needsBrowser.has(id) && !replacesDocument.has(id));

/** What changes the document or what is marked: the commands of these menus. */
const acting = (['edit', 'select', 'arrange'] as const)
  .flatMap(commandsOf)
  .filter(({ id }) => !needsBrowser.has(id));

/** A failure is told before the test itself runs out of time. */
const interruptAfterTimeLimit = 20_000;

/** What is marked, by number, before which command. */
interface Step {
  readonly command: number;
  /** Whether it is one of those that change something. */
  readonly acts: boolean;
  readonly marks: readonly number[];
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    command: fc.nat(),
    acts: fc.boolean(),
    marks: fc.oneof(
      { weight: 4, arbitrary: fc.array(fc.nat(), { maxLength: 6 }) },
      // What was marked by the command before.
      { weight: 1, arbitrary: fc.constant([]) },
    ),
  }),
  { minLength: 1, maxLength: 16 },
);

const place = fc.integer({ min: -900, max: 900 });
const places: fc.Arbitrary<readonly Position[]> = fc.array(fc.record({ x: place, y: place }), {
  minLength: 16,
  maxLength: 16,
});

/** A graph as the page has it: every node at a place one can go to. */
const placedGraph = fc.tuple(anyGraph({}), places).map(([graph, places]): Graph => {
  const at = (i: number) => places[i % places.length];
  const { notes } = graph;
  return {
    ...graph,
    nodes: graph.nodes.map((node, i) => ({ ...node, position: at(i) })),
    ...(notes && { notes: notes.map((note, i) => ({ ...note, position: at(i + 7) })) }),
  };
});

/** Marks some of what is there: nodes, edges, groups and notes by number. */
function mark(marks: readonly number[]): void {
  if (marks.length === 0) return;
  const graph = currentGraph();
  const all = [
    ...graph.nodes.map(({ id }) => ['node', id] as const),
    ...edgesOf(graph).map(({ id }) => ['edge', id] as const),
    ...(graph.groups ?? []).map(({ id }) => ['group', id] as const),
    ...(graph.notes ?? []).map(({ id }) => ['note', id] as const),
  ];
  if (all.length === 0) return;
  const picked = marks.map((pick) => all[pick % all.length]);
  const of = (kind: string) => picked.filter(([it]) => it === kind).map(([, id]) => id);
  select(of('node'), of('edge'), { groups: of('group'), notes: of('note') });
}

/** Runs the command a number leads to among those that can be done now, and gives it. */
async function runOne(pick: number, among: readonly Command[]): Promise<Command | undefined> {
  const possible = among.filter(isPossible);
  if (possible.length === 0) return undefined;
  const command = possible[pick % possible.length];
  command.run();
  await vi.dynamicImportSettled();
  return command;
}

/** The document and the view, as one text. */
function state(): string {
  const { notice: _, ...view } = useView.getState();
  const seen = Object.entries(view).map(([key, value]) => [
    key,
    value instanceof Set ? [...value] : value,
  ]);
  return JSON.stringify([writeGraph(currentGraph()), seen]);
}

function expectReadable(graph: Graph, after: string): void {
  const result = readGraph(writeGraph(graph));
  if (!result.ok) throw new Error(`after ${after}: ${readErrorText(result.errors[0]).en}`);
}

describe('whatever is done with any part of any graph', () => {
  beforeAll(async () => {
    // What commands load later is loaded now, so that it is not waited for in every run.
    openDocument(currentGraph());
    for (const command of usable) if (isPossible(command)) command.run();
    await vi.dynamicImportSettled();
  });

  test('the document can be read, and undone and redone byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(placedGraph, steps, async (graph, steps) => {
        openDocument(graph);
        select([]);
        const first = writeGraph(graph);
        const done: string[] = [];
        for (const { command, acts, marks } of steps) {
          mark(marks);
          const ran = await runOne(command, acts ? acting : usable);
          if (ran) done.push(ran.id);
          expectReadable(currentGraph(), done.join(', '));
        }
        while (useDocument.getState().future.length > 0) redo();
        const last = writeGraph(currentGraph());
        while (useDocument.getState().past.length > 0) undo();
        expect(writeGraph(currentGraph()), done.join(', ')).toBe(first);
        while (useDocument.getState().future.length > 0) redo();
        expect(writeGraph(currentGraph()), done.join(', ')).toBe(last);
      }),
      { numRuns: 150, interruptAfterTimeLimit },
    );
  });

  test('what would change nothing is not offered', async () => {
    await fc.assert(
      fc.asyncProperty(placedGraph, steps, async (graph, steps) => {
        openDocument(graph);
        select([]);
        for (const { command, marks } of steps) {
          mark(marks);
          // Nobody is typing a name any more, and no dialog is open.
          useView.setState({ renaming: null, dialog: null });
          const before = state();
          const ran = await runOne(command, acting);
          if (ran) expect(state(), ran.id).not.toBe(before);
        }
      }),
      { numRuns: 100, interruptAfterTimeLimit },
    );
  });
});
