import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addNode,
  addNote,
  connect,
  cyclePath,
  disconnect,
  duplicate,
  type EditResult,
  emptyGraph,
  extract,
  findNode,
  freshName,
  type Graph,
  groupNodes,
  healAndRemove,
  insert,
  insertOnEdge,
  moveNodes,
  moveToGroup,
  openPorts,
  outputOf,
  pathBetween,
  portExists,
  readGraph,
  removeNodes,
  removeNotes,
  rename,
  setCollapsed,
  setGroupTitle,
  setNote,
  setOp,
  setOption,
  setOutput,
  setTitle,
  setValue,
  ungroup,
  writeGraph,
} from '../../src/graph/index.ts';
import { freshAmong, namesAmong } from '../../src/graph/name.ts';
import { arity, ops, type Tensor } from '../../src/ops/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';
import { anyExerciseGraph } from '../support/exercises.ts';
import { anyGraph, anyValue, compact, deepFreeze } from '../support/graphs.ts';

const example = deepFreeze(
  graphOf(
    leaf('a', 1),
    leaf('b', 2),
    node('s', 'add', 'a', 'b', 'a'),
    node('q', 'square', 's'),
    node('d', 'divide', 'q', 's'),
  ),
);

function inputsOf(graph: Graph, id: string): unknown {
  return findNode(graph, id)?.inputs;
}

function edited(result: EditResult): Graph {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.graph;
}

describe('removing nodes', () => {
  test('opens the ports they fed, and takes one away where two remain', () => {
    const graph = removeNodes(example, new Set(['a']));
    expect(graph.nodes.map(({ id }) => id)).toEqual(['b', 's', 'q', 'd']);
    expect(inputsOf(graph, 's')).toEqual([null, 'b']);
    expect(inputsOf(removeNodes(example, new Set(['q'])), 'd')).toEqual([null, 's']);
  });

  test('takes the mark of the output along', () => {
    expect('output' in removeNodes(example, new Set(['d']))).toBe(false);
    expect(removeNodes(example, new Set(['a'])).output).toBe('d');
  });
});

describe('connecting', () => {
  test('replaces what a port had', () => {
    expect(inputsOf(edited(connect(example, 'b', 'd', 1)), 'd')).toEqual(['q', 'b']);
  });

  test('grows a variadic op by one port, and no other', () => {
    expect(inputsOf(edited(connect(example, 'b', 's', 3)), 's')).toEqual(['a', 'b', 'a', 'b']);
    const refused = (target: string, port: number) => connect(example, 'b', target, port);
    for (const [target, port] of [
      ['s', 4],
      ['q', 1],
      ['d', 2],
      ['d', -1],
      ['a', 0],
      ['nobody', 0],
    ] as const) {
      expect(refused(target, port)).toEqual({
        ok: false,
        refusal: { kind: 'no-port', target, port },
      });
    }
  });

  test('grows from the two ports a variadic op has at least', () => {
    const pair = addNode(example, node('m', 'multiply', 'a', 'b'));
    const grown = edited(connect(pair, 'b', 'm', 2));
    expect(inputsOf(grown, 'm')).toEqual(['a', 'b', 'b']);
    expect(connect(pair, 'b', 'm', 3).ok).toBe(false);
  });

  test('fills ports in any order', () => {
    const graph = addNode(example, { id: 'm', op: 'multiply' });
    expect(inputsOf(edited(connect(graph, 'a', 'm', 1)), 'm')).toEqual([null, 'a']);
  });

  test('takes no node that is not there', () => {
    expect(connect(example, 'nobody', 'q', 0).ok).toBe(false);
  });

  test('names the cycle it would close', () => {
    expect(connect(example, 'd', 's', 0)).toEqual({
      ok: false,
      refusal: { kind: 'cycle', path: ['s', 'd', 's'] },
    });
    expect(connect(example, 'q', 'q', 0)).toEqual({
      ok: false,
      refusal: { kind: 'cycle', path: ['q', 'q'] },
    });
  });

  test('is refused exactly where it would close a cycle or there is no port', () => {
    const picks = fc.record({ source: fc.nat(), target: fc.nat(), port: fc.nat(6) });
    const graphs = anyGraph().filter(({ nodes }) => nodes.length > 0);
    fc.assert(
      fc.property(graphs, picks, (graph, { source, target, port }) => {
        const from = graph.nodes[source % graph.nodes.length];
        const to = graph.nodes[target % graph.nodes.length];
        const { least, most } = arity(ops.get(to.op) ?? fail());
        const slots = Math.max(least, (to.inputs ?? []).length);
        const hasPort = port < slots || (port === slots && most === Infinity);
        expect(portExists(to, port)).toBe(hasPort);
        const closes = pathBetween(graph, to.id, from.id) !== null;
        const result = connect(deepFreeze(graph), from.id, to.id, port);
        expect(result.ok).toBe(hasPort && !closes);
        if (!result.ok) {
          expect(result.refusal.kind).toBe(hasPort ? 'cycle' : 'no-port');
          if (result.refusal.kind !== 'cycle') return;
          const { path } = result.refusal;
          expect([path[0], path.at(-2), path.at(-1)]).toEqual([to.id, from.id, to.id]);
          return;
        }
        expect(cyclePath(result.graph)).toBeNull();
        const after = findNode(result.graph, to.id)?.inputs ?? [];
        expect(after[port]).toBe(from.id);
        expect(after.filter((_, i) => i !== port && i < slots)).toEqual(
          Array.from({ length: slots }, (_, i) => to.inputs?.[i] ?? null).filter(
            (_, i) => i !== port && i < after.length,
          ),
        );
      }),
    );
  });
});

describe('cutting edges', () => {
  test('opens fixed ports and takes ports from variadic ops down to two', () => {
    expect(inputsOf(disconnect(example, [{ target: 'd', port: 0 }]), 'd')).toEqual([null, 's']);
    expect(inputsOf(disconnect(example, [{ target: 's', port: 0 }]), 's')).toEqual(['b', 'a']);
    const both = [
      { target: 's', port: 0 },
      { target: 's', port: 1 },
    ];
    expect(inputsOf(disconnect(example, both), 's')).toEqual([null, 'a']);
    expect(disconnect(example, []).nodes).toEqual(example.nodes);
  });
});

describe('renaming', () => {
  test('is followed by operands and by the output', () => {
    const graph = edited(rename(edited(rename(example, 'a', 'alpha_1')), 'd', 'Σ'));
    expect(inputsOf(graph, 's')).toEqual(['alpha_1', 'b', 'alpha_1']);
    expect(outputOf(graph)).toBe('Σ');
    expect(findNode(graph, 'a')).toBeUndefined();
    expect(edited(rename(graph, 's', 's'))).toBe(graph);
  });

  test.each(['', '1a', 'a b', 'a-b', '__proto__', '权', '𝛼', 'a\n'])(
    'is refused for %j',
    (name) => {
      expect(rename(example, 'a', name)).toEqual({
        ok: false,
        refusal: { kind: 'bad-name', name },
      });
    },
  );

  test('is refused for a name that is taken', () => {
    const refusal = { kind: 'name-taken', name: 'b' };
    expect(rename(example, 'a', 'b')).toEqual({ ok: false, refusal });
  });
});

describe('changing a node', () => {
  test('another op keeps the operands it has ports for, and drops the settings of the old one', () => {
    const graph = setOption(setOp(example, 'q', 'leakyRelu'), 'q', 'slope', 0.2);
    expect(findNode(graph, 'q')?.options).toEqual({ slope: 0.2 });
    expect(findNode(setOp(graph, 'q', 'relu'), 'q')).toEqual(node('q', 'relu', 's'));
    expect(setOp(graph, 'q', 'leakyRelu')).toBe(graph);
    expect(inputsOf(setOp(example, 's', 'subtract'), 's')).toEqual(['a', 'b']);
    expect(inputsOf(setOp(example, 's', 'ln'), 's')).toEqual(['a']);
    expect(openPorts(findNode(setOp(example, 'q', 'divide'), 'q') ?? fail())).toEqual([1]);
    expect(findNode(setOp(example, 'a', 'constant'), 'a')).toEqual({
      ...leaf('a', 1),
      op: 'constant',
    });
  });

  test('gives a leaf another value, of another shape too', () => {
    expect(findNode(setValue(example, 'a', [1, 2]), 'a')?.value).toEqual([1, 2]);
  });

  test('what the file could not hold changes nothing', () => {
    expect(setValue(example, 'q', 1)).toBe(example);
    for (const value of [Number.NaN, Infinity, [], [[]], [[1], [2, 3]], [1, Number.NaN]]) {
      expect(setValue(example, 'a', value as Tensor)).toBe(example);
    }
    expect(setOp(example, 'q', 'input')).toBe(example);
    expect(setOp(example, 'a', 'ln')).toBe(example);
    expect(setOp(example, 'q', 'nothing')).toBe(example);
    expect(setOption(example, 'q', 'slope', 0.1)).toBe(example);
    const leaky = setOp(example, 'q', 'leakyRelu');
    for (const slope of [-0.1, 1.1, Number.NaN])
      expect(setOption(leaky, 'q', 'slope', slope)).toBe(leaky);
    expect(setOption(leaky, 'q', 'constructor', 0.1)).toBe(leaky);
    expect(setOutput(example, 'nobody')).toBe(example);
    expect(setValue(example, 'nobody', 1)).toBe(example);
  });

  test('moves only what is named', () => {
    const graph = moveNodes(example, new Map([['a', { x: 1, y: 2 }]]));
    expect(findNode(graph, 'a')?.position).toEqual({ x: 1, y: 2 });
    expect(findNode(graph, 'b')).toBe(findNode(example, 'b'));
  });

  test('chooses the output, or leaves the choice open', () => {
    expect(setOutput(example, 'q').output).toBe('q');
    expect('output' in setOutput(example, undefined)).toBe(false);
  });
});

describe('a fresh name', () => {
  test('is the one that is wanted, or counts on from it', () => {
    expect(freshName(example, 'x')).toBe('x');
    expect(freshName(example, 'a')).toBe('a2');
    const graph = [leaf('a2', 1), leaf('w1', 1), leaf('w2', 1)].reduce<Graph>(addNode, example);
    expect(freshName(graph, 'a')).toBe('a3');
    expect(freshName(graph, 'w1')).toBe('w3');
    expect(freshName(graph, 'a2')).toBe('a3');
    expect(freshName(addNode(graph, leaf('h10', 1)), 'h10')).toBe('h2');
    expect(freshName(addNode(graph, leaf('w1_11', 1)), 'w1_11')).toBe('w2_11');
    expect(freshName(addNode(graph, leaf('x_1', 1)), 'x_1')).toBe('x_2');
  });
});

test('names handed out one after another are those asked for one by one', () => {
  const names = fc.array(
    fc.constantFrom('a', 'a1', 'a2', 'a7', 'b', 'w1_1', 'w2_1', 'w1_a', 'w_a', '_1', '_'),
  );
  fc.assert(
    fc.property(names, names, (present, wanted) => {
      const taken = new Set<string>(present);
      const next = namesAmong(present);
      for (const base of wanted) {
        const name = freshAmong(taken, base);
        expect(next(base)).toBe(name);
        taken.add(name);
      }
    }),
  );
});

/** One edit, with node and port chosen by number; names and values may be unfit. */
type Edit = (graph: Graph) => Graph;

const pick = fc.nat(30);
const picks = fc.array(pick, { maxLength: 3 });
const someId = (graph: Graph, number: number) => graph.nodes[number]?.id ?? `missing${number}`;
const someGroup = (graph: Graph, number: number) => graph.groups?.[number % 5]?.id ?? 'missing';
const someNote = (graph: Graph, number: number) => graph.notes?.[number % 5]?.id ?? 'missing';
const someOf = (
  graph: Graph,
  nodes: readonly number[],
  groups: readonly number[] = [],
  notes: readonly number[] = [],
) => ({
  nodes: new Set(nodes.map((i) => someId(graph, i))),
  groups: new Set(groups.map((i) => someGroup(graph, i))),
  notes: new Set(notes.map((i) => someNote(graph, i))),
});
const or = (graph: Graph, result: EditResult) => (result.ok ? result.graph : graph);
const opIds = [...ops.keys(), 'nothing', '__proto__'];
const number = fc.oneof(fc.double(), fc.double({ min: 0, max: 1 }));

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constantFrom(...ops.keys()), pick).map(
    ([op]): Edit =>
      (graph) =>
        addNode(graph, { id: freshName(graph, op), op }),
  ),
  fc.array(pick, { maxLength: 3 }).map(
    (numbers): Edit =>
      (graph) =>
        removeNodes(graph, new Set(numbers.map((i) => someId(graph, i)))),
  ),
  fc.tuple(pick, pick, fc.integer({ min: -1, max: 6 })).map(
    ([source, target, port]): Edit =>
      (graph) =>
        or(graph, connect(graph, someId(graph, source), someId(graph, target), port)),
  ),
  fc.tuple(pick, fc.nat(6)).map(
    ([target, port]): Edit =>
      (graph) =>
        disconnect(graph, [{ target: someId(graph, target), port }]),
  ),
  fc.tuple(pick, fc.oneof(fc.string(), fc.constantFrom('a', 'β', '__proto__', 'toString'))).map(
    ([i, name]): Edit =>
      (graph) =>
        or(graph, rename(graph, someId(graph, i), name)),
  ),
  fc.tuple(pick, fc.oneof(anyValue, number)).map(
    ([i, value]): Edit =>
      (graph) =>
        setValue(graph, someId(graph, i), value),
  ),
  fc.tuple(pick, fc.constantFrom(...opIds)).map(
    ([i, op]): Edit =>
      (graph) =>
        setOp(graph, someId(graph, i), op),
  ),
  fc.tuple(pick, fc.constantFrom('slope', 'toString'), number).map(
    ([i, key, value]): Edit =>
      (graph) =>
        setOption(graph, someId(graph, i), key, value),
  ),
  fc.option(pick, { nil: undefined }).map(
    (i): Edit =>
      (graph) =>
        setOutput(graph, i === undefined ? undefined : someId(graph, i)),
  ),
  fc.tuple(pick, fc.integer(), fc.integer()).map(
    ([i, x, y]): Edit =>
      (graph) =>
        moveNodes(graph, new Map([[someId(graph, i), { x, y }]])),
  ),
  fc.string().map(
    (title): Edit =>
      (graph) =>
        setTitle(graph, title),
  ),
  fc.tuple(picks, picks, picks, fc.boolean()).map(
    ([nodes, groups, notes, titled]): Edit =>
      (graph) =>
        groupNodes(graph, someOf(graph, nodes, groups, notes), titled ? 'T' : undefined).graph,
  ),
  pick.map(
    (i): Edit =>
      (graph) =>
        ungroup(graph, someGroup(graph, i)),
  ),
  fc.tuple(pick, fc.boolean()).map(
    ([i, collapsed]): Edit =>
      (graph) =>
        setCollapsed(graph, someGroup(graph, i), collapsed),
  ),
  fc.tuple(pick, fc.option(fc.string(), { nil: undefined })).map(
    ([i, title]): Edit =>
      (graph) =>
        setGroupTitle(graph, someGroup(graph, i), title),
  ),
  fc.tuple(picks, fc.option(pick, { nil: undefined })).map(
    ([nodes, i]): Edit =>
      (graph) =>
        moveToGroup(
          graph,
          someOf(graph, nodes).nodes,
          i === undefined ? undefined : someGroup(graph, i),
        ),
  ),
  fc.tuple(fc.string(), pick, fc.option(pick, { nil: undefined })).map(
    ([text, i, width]): Edit =>
      (graph) =>
        addNote(graph, {
          text,
          position: { x: i, y: -i },
          ...(width !== undefined && { width: width + 1 }),
          group: someGroup(graph, i),
        }).graph,
  ),
  fc.tuple(pick, fc.string(), pick).map(
    ([i, text, group]): Edit =>
      (graph) =>
        setNote(graph, someNote(graph, i), { text, group: someGroup(graph, group) }),
  ),
  pick.map(
    (i): Edit =>
      (graph) =>
        removeNotes(graph, new Set([someNote(graph, i)])),
  ),
  fc.tuple(picks, picks, picks, fc.boolean()).map(
    ([nodes, groups, notes, incoming]): Edit =>
      (graph) =>
        duplicate(graph, someOf(graph, nodes, groups, notes), { x: 9, y: -9 }, incoming).graph,
  ),
  fc.tuple(picks, picks, picks).map(
    ([nodes, groups, notes]): Edit =>
      (graph) =>
        insert(graph, extract(graph, someOf(graph, nodes, groups, notes)), { x: 0, y: 5 }).graph,
  ),
  picks.map(
    (nodes): Edit =>
      (graph) =>
        healAndRemove(graph, someOf(graph, nodes).nodes),
  ),
  fc.tuple(pick, pick, fc.nat(4)).map(
    ([node, target, port]): Edit =>
      (graph) =>
        or(
          graph,
          insertOnEdge(graph, { target: someId(graph, target), port }, someId(graph, node)),
        ),
  ),
);

describe('any sequence of edits', () => {
  test('throws nothing, leaves every earlier graph as it was and every graph readable', () => {
    const start = fc.oneof(fc.constant(emptyGraph), anyGraph(), anyExerciseGraph);
    fc.assert(
      fc.property(start, fc.array(anyEdit, { maxLength: 30 }), (first, edits) => {
        const history: { graph: Graph; text: string }[] = [];
        let graph = deepFreeze(first);
        for (const edit of edits) {
          history.push({ graph, text: compact(graph) });
          graph = deepFreeze(edit(graph));
          expect(readGraph(writeGraph(graph))).toEqual({ ok: true, graph });
        }
        for (const { graph, text } of history) expect(compact(graph)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  test('shares the nodes it does not touch', () => {
    const graph = setValue(example, 'a', 5);
    expect(graph.nodes.slice(1)).toEqual(example.nodes.slice(1));
    graph.nodes.slice(1).forEach((node, i) => {
      expect(node).toBe(example.nodes[i + 1]);
    });
  });
});

function fail(): never {
  throw new Error('there is no such node');
}
