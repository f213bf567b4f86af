import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sizeOfNode } from '../../../src/drawing/index.ts';
import { backward, checkGradients, compile, forward } from '../../../src/engine/index.ts';
import {
  ancestorsOf,
  type Graph,
  groupOf,
  insert,
  isName,
  membersOf,
  readGraph,
  structuralProblems,
  writeGraph,
} from '../../../src/graph/index.ts';
import { type Template, templates } from '../../../src/graph/templates/index.ts';

type Settings = Record<string, number>;

/** Every way a template can be set. */
function settingsOf({ settings }: Template): Settings[] {
  return settings.reduce<Settings[]>(
    (ways, { id, least, most }) =>
      ways.flatMap((way) =>
        Array.from({ length: most - least + 1 }, (_, i) => ({ ...way, [id]: least + i })),
      ),
    [{}],
  );
}

const built = templates.flatMap((template) =>
  settingsOf(template).map((settings): [string, Graph] => [
    `${template.id} ${JSON.stringify(settings)}`,
    template.build(settings),
  ]),
);

function template(id: string): Template {
  return templates.find((one) => one.id === id) ?? fail();
}

/** Values and gradients by node. */
function evaluate(graph: Graph) {
  const program = compile(graph);
  forward(program);
  backward(program);
  const numbers = (of: Float64Array) =>
    Object.fromEntries(graph.nodes.map(({ id }, i) => [id, of[program.slots[i]]]));
  return { values: numbers(program.values), gradients: numbers(program.gradients) };
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const numbersFrom = (graph: Graph, names: RegExp) =>
  graph.nodes.filter(({ id }) => names.test(id)).map(({ value }) => value as number);
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * b[i], 0);

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function cardOf(graph: Graph, id: string): Rect {
  const node = graph.nodes.find((one) => one.id === id) ?? fail();
  const { x, y } = node.position ?? fail();
  const { width, height } = sizeOfNode(node, []);
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** A box around its members and the boxes within it, with room for its frame and its title. */
function boxOf(graph: Graph, id: string): Rect {
  const { groups = [], nodes } = graph;
  const inner = [
    ...nodes
      .filter((node) => groupOf(graph, node.id)?.id === id)
      .map((node) => cardOf(graph, node.id)),
    ...groups.filter(({ parent }) => parent === id).map((group) => boxOf(graph, group.id)),
  ];
  return {
    left: Math.min(...inner.map(({ left }) => left)) - 16,
    top: Math.min(...inner.map(({ top }) => top)) - 40,
    right: Math.max(...inner.map(({ right }) => right)) + 16,
    bottom: Math.max(...inner.map(({ bottom }) => bottom)) + 16,
  };
}

function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

describe('every template, at every setting,', () => {
  test('has names in both languages, and settings whose defaults are allowed', () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
    for (const { name, about, settings } of templates) {
      for (const text of [name, about, ...settings.map((setting) => setting.name)]) {
        expect(text.en).not.toMatch(/^$|\p{Script=Han}/u);
        expect(text['zh-CN']).toMatch(/\p{Script=Han}|Softmax/u);
      }
      for (const { least, most, default: usual } of settings) {
        expect(least).toBeLessThanOrEqual(usual);
        expect(usual).toBeLessThanOrEqual(most);
      }
    }
  });

  test.each(built)('%s: is a graph file without problems', (_, graph) => {
    expect(readGraph(writeGraph(graph))).toEqual({ ok: true, graph });
    expect(structuralProblems(graph)).toEqual([]);
    expect(Object.values(evaluate(graph).values).every(Number.isFinite)).toBe(true);
    expect(graph.nodes.every(({ id }) => isName(id))).toBe(true);
  });

  test.each(built)('%s: has gradients that agree with finite differences', (_, graph) => {
    const checks = checkGradients(compile(graph));
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  test.each(built)('%s: runs left to right and no card lies on another', (_, graph) => {
    const cards = graph.nodes.map(({ id }) => ({ id, ...cardOf(graph, id) }));
    for (const [i, card] of cards.entries()) {
      expect(cards.slice(i + 1).filter((other) => overlap(card, other))).toEqual([]);
      for (const source of graph.nodes[i].inputs ?? []) {
        expect(cardOf(graph, source ?? '').right + 40).toBeLessThanOrEqual(card.left);
      }
    }
  });

  test.each(built)('%s: has open boxes that hold their own and nothing else', (_, graph) => {
    const { groups = [] } = graph;
    expect(groups.length).toBeGreaterThan(0);
    for (const { id, parent, collapsed, title } of groups) {
      expect(collapsed).toBeUndefined();
      expect(title).toHaveProperty('zh-CN');
      const members = membersOf(graph, id);
      const strangers = graph.nodes.filter((node) => !members.has(node.id));
      const box = boxOf(graph, id);
      expect(strangers.filter((node) => overlap(cardOf(graph, node.id), box))).toEqual([]);
      const siblings = groups.filter((other) => other.id !== id && other.parent === parent);
      expect(siblings.filter((other) => overlap(boxOf(graph, other.id), box))).toEqual([]);
      expect(ancestorsOf(graph, id).length).toBeLessThanOrEqual(2);
    }
    // What is shared and what is given stays outside, so that a closed box has it for ports.
    for (const { id, op } of graph.nodes)
      expect(groupOf(graph, id) === undefined).toBe(
        op === 'input' || (id === 'loss' && groups.every(({ id }) => id !== 'cross_entropy')),
      );
  });
});

describe('what templates compute', () => {
  test.each([1, 2, 5, 8])('a neuron of %i inputs is a sigmoid of a weighted sum', (inputs) => {
    const graph = template('neuron').build({ inputs });
    const x = numbersFrom(graph, /^x/);
    expect(x).toHaveLength(inputs);
    const a = sigmoid(dot(x, numbersFrom(graph, /^w/)) + numbersFrom(graph, /^b$/)[0]);
    expect(evaluate(graph).values.a).toBeCloseTo(a, 14);
    expect(evaluate(graph).gradients.w1).toBeCloseTo(a * (1 - a) * x[0], 14);
  });

  test.each([
    [1, 1],
    [2, 3],
    [6, 6],
    [5, 2],
  ])('a dense layer of %i inputs and %i neurons is that for each neuron', (inputs, neurons) => {
    const graph = template('dense-layer').build({ inputs, neurons });
    const { values } = evaluate(graph);
    const x = numbersFrom(graph, /^x/);
    for (let j = 1; j <= neurons; j++) {
      const own = neurons === 1 ? '' : `_${j}`;
      const weights = x.map((_, i) => values[`w1_${i + 1}${j}`]);
      expect(values[`a1${own}`]).toBeCloseTo(sigmoid(dot(x, weights) + values[`b1${own}`]), 14);
    }
    expect(graph.nodes.filter(({ op }) => op === 'sigmoid')).toHaveLength(neurons);
    expect(graph.nodes.filter(({ op }) => op === 'multiply')).toHaveLength(inputs * neurons);
  });

  test.each([2, 3, 8])('a softmax of %i scores gives shares of the exponentials', (classes) => {
    const graph = template('softmax').build({ classes });
    const { values, gradients } = evaluate(graph);
    const powers = numbersFrom(graph, /^z/).map(Math.exp);
    const sum = powers.reduce((a, b) => a + b);
    expect(powers).toHaveLength(classes);
    powers.forEach((power, i) => {
      expect(values[`a${i + 1}`]).toBeCloseTo(power / sum, 14);
    });
    const a = powers[0] / sum;
    expect(gradients.z1).toBeCloseTo(a * (1 - a), 14);
    expect(gradients.z2).toBeCloseTo((-a * powers[1]) / sum, 14);
  });

  test.each([1, 2, 8])('logistic regression of %i inputs sends back (a − y)·x', (inputs) => {
    const graph = template('logistic-regression').build({ inputs });
    const { values, gradients } = evaluate(graph);
    const x = numbersFrom(graph, /^x/);
    const a = sigmoid(dot(x, numbersFrom(graph, /^w/)) + values.b);
    expect(values.loss).toBeCloseTo(-Math.log(a), 14);
    x.forEach((xi, i) => {
      expect(gradients[`w${i + 1}`]).toBeCloseTo((a - 1) * xi, 14);
    });
  });

  test.each(['1-3-1', '2-2-1', '2-3-3'])(
    'the %s network gives the numbers of the notes',
    (name) => {
      const file = readFileSync(new URL('../../gallery/expected.json', import.meta.url), 'utf8');
      const { values, gradients } = JSON.parse(file)[`mlp-${name}`];
      const found = evaluate(template(`network-${name}`).build({}));
      const shared = Object.keys(gradients).filter((id) => id in found.values);
      expect(shared.length).toBeGreaterThan(17);
      for (const id of shared) {
        if (id in values) expect(found.values[id], id).toBeCloseTo(values[id], 12);
        expect(found.gradients[id], id).toBeCloseTo(gradients[id], 12);
      }
    },
  );

  test('a second layer dropped beside the first is named as layer 2', () => {
    const layer = template('dense-layer').build({ inputs: 3, neurons: 3 });
    const { names } = insert(layer, layer, { x: 0, y: 900 });
    expect([...names.values()].slice(0, 3)).toEqual(['x4', 'x5', 'x6']);
    for (const [name, copy] of names) {
      if (!name.startsWith('x')) expect(copy).toBe(name.replace('1_', '2_'));
    }
  });

  test('settings out of bounds are brought within them', () => {
    const count = (inputs: number) =>
      numbersFrom(template('neuron').build({ inputs }), /^x/).length;
    expect([-1, 0, 2.4, 99, Number.NaN].map(count)).toEqual([1, 1, 2, 8, 3]);
    expect(numbersFrom(template('neuron').build({}), /^x/)).toHaveLength(3);
  });
});

function fail(): never {
  throw new Error('there is none');
}
