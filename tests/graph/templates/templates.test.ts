import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  drawGraph,
  labelHeight,
  labelWidth,
  pointOn,
} from '../../../src/drawing/index.ts';
import { backward, checkGradients, compile, forward } from '../../../src/engine/index.ts';
import { formatNumber } from '../../../src/formula/index.ts';
import {
  type Edge,
  emptyGraph,
  type Graph,
  groupOf,
  insert,
  isName,
  membersOf,
  outputOf,
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

/** In large dense layers numbers find no room to keep clear of everything. */
const drawable = built.filter(
  ([name, { nodes }]) => !name.startsWith('dense') || nodes.length < 25,
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

/** The picture of a graph, with the numbers of edges as long as they are with six digits. */
function pictureOf(graph: Graph) {
  const { values, gradients } = evaluate(graph);
  const widthOf = ({ source, target }: Edge) =>
    labelWidth([formatNumber(values[source]), formatNumber(gradients[target])]);
  return drawGraph(graph, { shapeOf: () => [], titleOf: () => '', widthOf });
}

function touch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
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

  test.each(built)('%s: runs left to right, and no card lies on another', (_, graph) => {
    const { nodes } = pictureOf(graph);
    const byId = new Map(nodes.map((node) => [node.id, node]));
    for (const [i, card] of nodes.entries()) {
      expect(nodes.slice(i + 1).filter((other) => touch(card, other))).toEqual([]);
      for (const id of card.node.inputs ?? []) {
        const source = byId.get(id ?? '') ?? fail();
        expect(source.x + source.width + 40).toBeLessThanOrEqual(card.x);
      }
    }
  });

  test.each(drawable)(
    '%s: has edges and numbers that are clear of cards and each other',
    (name, graph) => {
      const { nodes, edges } = pictureOf(graph);
      const labels = edges.map(({ id, place }) => ({
        ...{ id, width: 64, height: labelHeight - 6 },
        ...{ x: place.x - 32, y: place.y - labelHeight / 2 + 3 },
      }));
      for (const [i, label] of labels.entries()) {
        const others = [...nodes, ...labels.slice(i + 1)];
        expect(
          others.filter((other) => touch(label, other)).map(({ id }) => [label.id, id]),
        ).toEqual([]);
      }
      const behind = edges.filter(({ source, target, curve }) => {
        const strangers = nodes.filter((node) => node.id !== source && node.id !== target);
        const points = Array.from({ length: 51 }, (_, i) => pointOn(curve, i / 50));
        return points.some((at) =>
          strangers.some((node) => touch(node, { ...at, width: 0, height: 0 })),
        );
      });
      // Where every input goes to every neuron some edges are too steep to pass all weights.
      const most = /dense|2-3-3/.test(name) ? edges.length / 6 : 0;
      expect(behind.map(({ id }) => id).slice(most)).toEqual([]);
    },
  );

  test.each(built)('%s: has open boxes that hold their own and nothing else', (_, graph) => {
    const { groups = [] } = graph;
    const { nodes, boxes } = pictureOf(graph);
    expect(boxes.length).toBe(groups.length);
    for (const box of boxes) {
      const { id, parent, collapsed, title } = box.box.group;
      expect(collapsed).toBeUndefined();
      expect(title).toHaveProperty('zh-CN');
      const members = membersOf(graph, id);
      const strangers = nodes.filter((node) => !members.has(node.id));
      expect(strangers.filter((node) => touch(node, box))).toEqual([]);
      const siblings = boxes.filter(
        ({ box: { group } }) => group.id !== id && group.parent === parent,
      );
      expect(siblings.filter((other) => touch(other, box))).toEqual([]);
    }
    // Data stays outside, so that a closed box has it for ports.
    for (const { id, op } of graph.nodes) {
      if (op === 'input') expect(groupOf(graph, id)).toBeUndefined();
      if (op === 'parameter') expect(groupOf(graph, id)).toBeDefined();
    }
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

describe('a template on nodes of a graph', () => {
  const taking = templates.flatMap((template) => (template.takes ? [template] : []));

  test.each(taking)('$id goes on from them in place of its inputs', (template) => {
    const { id, least } = template.takes ?? fail();
    const count = Math.max(2, least);
    const part = template.build({ [id]: count });
    const inputs = part.nodes.slice(0, count);
    for (const { op, id } of inputs) expect([op, groupOf(part, id)]).toEqual(['input', undefined]);
    // Nodes that have the numbers of the inputs, so that all else must come out the same.
    const ground = {
      ...emptyGraph,
      nodes: inputs.map((node, i) => ({ ...node, id: `s${i}`, op: 'parameter' })),
      output: 's0',
    };
    const leads = new Map(inputs.map((node, i) => [node.id, `s${i}`]));
    const { graph, names } = insert(ground, part, { x: 0, y: 0 }, leads);
    expect(structuralProblems(graph)).toEqual([]);
    expect(graph.nodes).toHaveLength(part.nodes.length);
    const [before, after] = [evaluate(part), evaluate(graph)];
    for (const { id } of part.nodes) {
      const now = names.get(id) ?? leads.get(id) ?? '';
      expect(after.values[now]).toBe(before.values[id]);
    }
    // The output was gone on from.
    expect(outputOf(graph)).toBe(names.get(part.output ?? ''));
  });
});
