import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  backward,
  compile,
  domainProblems,
  edgeNumbers,
  evaluateEdges,
  forward,
  nodeGradient,
  nodeValue,
  type Program,
  prepareEdges,
  setLeaf,
} from '../../src/engine/index.ts';
import { type Edge, edgesOf, type Graph, readGraph, writeGraph } from '../../src/graph/index.ts';
import type { Tensor } from '../../src/ops/index.ts';

type Numbers = Readonly<Record<string, number>>;

/** What must come out after setting some leaves; `why` where the graph's convention decides. */
interface Case {
  readonly set: Numbers;
  readonly values: Numbers;
  readonly gradients?: Numbers;
  readonly why?: string;
}

/** A number as a course note prints it; a wrong one comes with what would be right. */
interface Print {
  readonly node: string;
  readonly of: 'value' | 'gradient';
  readonly set?: Numbers;
  readonly print: string;
  readonly how: 'rounded' | 'truncated' | 'wrong';
  readonly right?: number;
}

/**
 * What one graph must give. `inputs` are the leaves as the file has them. `edges` tell, for one
 * named node as an operand of another, value, local derivative and gradient contribution.
 * Printed rows about quantities that no graph holds (update steps, iteration counts) are left out.
 */
interface Expectation {
  readonly inputs: Numbers;
  readonly values: Numbers;
  readonly gradients: Numbers;
  readonly edges?: Readonly<Record<string, readonly [number, number, number]>>;
  readonly cases?: readonly Case[];
  readonly printed?: readonly Print[];
}

interface Gallery {
  readonly chapters: readonly {
    readonly id: string;
    readonly title: Readonly<Record<string, string>>;
    readonly graphs: readonly string[];
  }[];
}

const folder = new URL('../../graphs/', import.meta.url);
const gallery: Gallery = JSON.parse(readFileSync(new URL('gallery.json', folder), 'utf8'));
const expectations = new Map<string, Expectation>(
  Object.entries(JSON.parse(readFileSync(new URL('expected.json', import.meta.url), 'utf8'))),
);
const entries = [...expectations];
const listed = gallery.chapters.flatMap((chapter) => chapter.graphs);

describe('the gallery as a whole', () => {
  test('lists every graph file once, and nothing else', () => {
    const files = readdirSync(folder)
      .filter((name) => name !== 'gallery.json')
      .map((name) => name.replace(/\.json$/, ''));
    expect([...listed].sort()).toEqual(files.sort());
    // What those that train must come to stands in trained.json.
    const others = listed.filter((id) => graphOf(id).training === undefined);
    expect(others.sort()).toEqual([...expectations.keys()].sort());
    expect(others).toHaveLength(71);
  });

  test('begins with the example the page opens on', () => {
    expect(listed[0]).toBe('linear-z-graph');
  });

  test.each(gallery.chapters)('chapter $id has its own id and a title in both languages', (it) => {
    expect(gallery.chapters.filter((chapter) => chapter.id === it.id)).toHaveLength(1);
    expect(it.graphs.length).toBeGreaterThan(0);
    expectBothLanguages(it.title);
  });
});

describe.each(entries)('%s', (id, expected) => {
  test('stands in its file as the product writes it', () => {
    expect(writeGraph(graphOf(id))).toBe(textOf(id));
  });

  test('is introduced in both languages', () => {
    const { title, description } = graphOf(id);
    expectBothLanguages(title);
    expectBothLanguages(description);
    expect(englishOf(title).length).toBeLessThanOrEqual(40);
  });

  test('holds the inputs of the example', () => {
    const graph = graphOf(id);
    const leaves = graph.nodes.filter(({ op }) => op === 'input' || op === 'parameter');
    expect(Object.fromEntries(leaves.map((leaf) => [leaf.id, leaf.value]))).toEqual(
      expected.inputs,
    );
    const constants = graph.nodes.filter(({ op }) => op === 'constant');
    const uses = (leaf: string) => edgesOf(graph).filter(({ source }) => source === leaf).length;
    // One constant per use keeps the wires short; a leaf nobody uses would only confuse.
    expect(constants.filter((leaf) => uses(leaf.id) !== 1)).toEqual([]);
    expect(leaves.filter((leaf) => uses(leaf.id) === 0)).toEqual([]);
  });

  test('has no problems and gives the values and gradients of the example', () => {
    const program = evaluate(id);
    expect([...program.problems, ...domainProblems(program)]).toEqual([]);
    expect(differences(program, expected.values, expected.gradients)).toEqual([]);
  });

  test.each(expected.cases ?? [])('gives the numbers of the case $set', (it) => {
    const program = evaluate(id, it.set);
    expect(differences(program, it.values, it.gradients)).toEqual([]);
  });
});

describe('edges', () => {
  const joined = entries.flatMap(([id, { edges }]) => (edges ? [{ id, edges }] : []));

  test.each(joined)('$id: every edge of the example carries its numbers', ({ id, edges }) => {
    const graph = graphOf(id);
    const program = evaluate(id);
    const pass = prepareEdges(program);
    evaluateEdges(program, pass);
    const named = namesOf(id);
    for (const [key, [value, local, gradient]] of Object.entries(edges)) {
      const [source, target] = key.split('->');
      const paths = edgesInto(graph, target, named).filter((edge) => edge.source === source);
      expect(paths, key).not.toEqual([]);
      const numbers = paths.map(({ target, port }) => edgeNumbers(program, pass, target, port));
      const sum = (pick: 'local' | 'gradient') =>
        numbers.reduce((total, edge) => total + scalar(edge?.[pick]), 0);
      expect(scalar(numbers[0]?.value), `value of ${key}`).toSatisfy(near(value));
      expect(sum('gradient'), `gradient of ${key}`).toSatisfy(near(gradient));
      if (paths.every((edge) => edge.target === target)) {
        expect(sum('local'), `local derivative of ${key}`).toSatisfy(near(local));
      }
    }
  });
});

describe('printed digits', () => {
  const printed = entries.flatMap(([id, { printed = [] }]) => printed.map((it) => ({ id, ...it })));

  test.each(printed)('$id: $of of $node, printed $print ($how), set $set', (it) => {
    const program = evaluate(it.id, it.set);
    const result = scalar((it.of === 'value' ? nodeValue : nodeGradient)(program, it.node));
    const decimals = it.print.split('.')[1]?.length ?? 0;
    const rounded = result.toFixed(decimals);
    const truncated = cut(result, decimals);
    if (it.how === 'rounded') expect(rounded).toBe(it.print);
    if (it.how === 'truncated') expect(truncated).toBe(it.print);
    if (it.how === 'wrong') {
      expect([rounded, truncated]).not.toContain(it.print);
      expect(result).toSatisfy(near(it.right ?? Number.NaN));
    }
  });
});

function textOf(id: string): string {
  return readFileSync(new URL(`${id}.json`, folder), 'utf8');
}

function graphOf(id: string): Graph {
  const read = readGraph(textOf(id));
  if (!read.ok) throw new Error(`${id}.json cannot be read: ${JSON.stringify(read.errors)}`);
  return read.graph;
}

/** The nodes that carry the example's own names; all others are helpers. */
function namesOf(id: string): ReadonlySet<string> {
  const { inputs = {}, values = {} } = expectations.get(id) ?? {};
  return new Set([...Object.keys(inputs), ...Object.keys(values)]);
}

function evaluate(id: string, set: Numbers = {}): Program {
  const program = compile(graphOf(id));
  for (const [leaf, value] of Object.entries(set)) setLeaf(program, leaf, value);
  forward(program);
  backward(program);
  return program;
}

/** What differs from the expected numbers, in words; empty when all is well. */
function differences(program: Program, values: Numbers, gradients: Numbers = {}): string[] {
  const compare = (what: string, expected: Numbers, of: typeof nodeValue) =>
    Object.entries(expected)
      .map(([node, number]) => ({ node, number, got: scalar(of(program, node)) }))
      .filter(({ number, got }) => !near(number)(got))
      .map(({ node, number, got }) => `${what} of ${node} is ${got}, expected ${number}`);
  return [...compare('value', values, nodeValue), ...compare('gradient', gradients, nodeGradient)];
}

/** Equal to 1e-9 relative, or to 1e-12 absolute where nothing but rounding is left. */
function near(expected: number): (got: number) => boolean {
  const size = Math.abs(expected);
  return (got) => Math.abs(got - expected) <= (size < 1e-12 ? 1e-12 : 1e-9 * size);
}

/**
 * The edges by which named nodes enter the target, straight or through its helper nodes. Every
 * helper serves one named node, so what these edges carry is that node's share of the gradient.
 */
function edgesInto(graph: Graph, target: string, named: ReadonlySet<string>): Edge[] {
  return edgesOf(graph)
    .filter((edge) => edge.target === target)
    .flatMap((edge) => (named.has(edge.source) ? [edge] : edgesInto(graph, edge.source, named)));
}

function scalar(tensor: Tensor | null | undefined): number {
  if (typeof tensor !== 'number') throw new Error(`a number was expected, not ${tensor}`);
  return tensor;
}

/** The number with all further decimals cut off. */
function cut(number: number, decimals: number): string {
  const [whole, rest] = number.toFixed(15).split('.');
  return decimals === 0 ? whole : `${whole}.${rest.slice(0, decimals)}`;
}

function englishOf(text: Graph['title']): string {
  return typeof text === 'object' ? text.en : '';
}

function expectBothLanguages(text: Graph['title']): void {
  const { en, 'zh-CN': zh } = typeof text === 'object' ? text : { en: '', 'zh-CN': '' };
  expect(en).toMatch(/\S/);
  expect(en).not.toMatch(/\p{Script=Han}/u);
  expect(zh).toMatch(/\p{Script=Han}/u);
}
