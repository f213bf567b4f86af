import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  boundsOfBoxes,
  boxPadding,
  cardPort,
  groupFlowId,
  type Shown,
  sizeOfCard,
  whatIsShown,
} from '../../src/drawing/index.ts';
import { edgesOf, type Graph, groupNodes, membersOf, setCollapsed } from '../../src/graph/index.ts';
import { graphOf, leaf, node } from '../support/apply.ts';
import { anyGraph } from '../support/graphs.ts';

/** A graph with boxes around random parts of it, one after the other, some of them collapsed. */
const boxedGraph: fc.Arbitrary<Graph> = fc
  .tuple(
    anyGraph(),
    fc.array(
      fc.record({
        picks: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
        isCollapsed: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
  )
  .map(([plain, boxes]) =>
    boxes.reduce((graph, { picks, isCollapsed }) => {
      if (graph.nodes.length === 0) return graph;
      const nodes = new Set(picks.map((pick) => graph.nodes[pick % graph.nodes.length].id));
      const groups = new Set(
        (graph.groups ?? []).filter((_, i) => picks.includes(i)).map(({ id }) => id),
      );
      const boxed = groupNodes(graph, { nodes, groups });
      return setCollapsed(boxed.graph, boxed.group, isCollapsed);
    }, plain),
  );

/** Everything an edge may end at, by id, with the ports it has. */
function ends(graph: Graph, shown: Shown): ReadonlyMap<string, ReadonlySet<string> | 'any'> {
  return new Map<string, ReadonlySet<string> | 'any'>([
    ...graph.nodes
      .filter(({ id }) => shown.standIn(id) === id)
      .map(({ id }): [string, 'any'] => [id, 'any']),
    ...shown.cards.map(({ group, inputs, outputs }): [string, ReadonlySet<string>] => [
      groupFlowId(group.id),
      new Set([...inputs, ...outputs].map(({ id }) => id)),
    ]),
  ]);
}

describe('what is shown of a graph', () => {
  it('shows every edge once, from what is seen of its source to what is seen of its target', () => {
    fc.assert(
      fc.property(boxedGraph, (graph) => {
        const shown = whatIsShown(graph);
        const seen = ends(graph, shown);
        const ids = shown.edges.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { source, target, from, to } of shown.edges) {
          expect(from.node).toBe(shown.standIn(source));
          expect(to.node).toBe(shown.standIn(target));
          for (const end of [from, to]) {
            const ports = seen.get(end.node);
            expect(ports === 'any' || ports?.has(end.port)).toBe(true);
          }
        }
        const hidden = edgesOf(graph).filter(({ id }) => !ids.includes(id));
        for (const { source, target } of hidden) {
          expect(shown.standIn(source)).toBe(shown.standIn(target));
          expect(shown.standIn(source)).not.toBe(source);
        }
      }),
    );
  });

  it('shows every node once: itself, or in the one card it is in', () => {
    fc.assert(
      fc.property(boxedGraph, (graph) => {
        const { cards, standIn } = whatIsShown(graph);
        for (const { id } of graph.nodes) {
          const around = cards.filter(({ members }) => members.includes(id));
          const card = around.at(0)?.group.id;
          expect(around.length).toBeLessThanOrEqual(1);
          expect(standIn(id)).toBe(card === undefined ? id : groupFlowId(card));
        }
        for (const { group, members } of cards) {
          expect(new Set(members)).toEqual(membersOf(graph, group.id));
        }
      }),
    );
  });

  it('gives the same picture after a box was collapsed and opened again', () => {
    fc.assert(
      fc.property(boxedGraph, fc.nat(), (graph, pick) => {
        const open = (graph.groups ?? []).filter(({ collapsed }) => collapsed === undefined);
        if (open.length === 0) return;
        const { id } = open[pick % open.length];
        const again = setCollapsed(setCollapsed(graph, id, true), id, false);
        const { standIn: _, ...before } = whatIsShown(graph);
        const { standIn: __, ...after } = whatIsShown(again);
        expect(after).toEqual(before);
      }),
    );
  });

  it('looks into collapsed boxes where all are to be seen', () => {
    fc.assert(
      fc.property(boxedGraph, (graph) => {
        const { cards, edges, standIn } = whatIsShown(graph, true);
        expect(cards).toEqual([]);
        expect(edges.map(({ id }) => id)).toEqual(edgesOf(graph).map(({ id }) => id));
        expect(graph.nodes.every(({ id }) => standIn(id) === id)).toBe(true);
      }),
    );
  });

  it('gives a card a port for each use from outside, each value used outside, and what is open', () => {
    const graph: Graph = {
      ...graphOf(
        leaf('x', 2),
        leaf('w', 3),
        node('p', 'multiply', 'x', 'w'),
        node('q', 'add', 'p', null),
        node('r', 'multiply', 'p', 'x'),
        node('s', 'add', 'q', 'r'),
        node('t', 'exp', 'q'),
      ),
      groups: [{ id: 'g', nodes: ['w', 'p', 'q', 'r', 't'], collapsed: true }],
    };
    const [card] = whatIsShown(graph).cards;
    expect(card.inputs.map(({ id }) => id).sort()).toEqual(['p:0', 'q:1', 'r:1']);
    expect(card.outputs.map(({ node }) => node).sort()).toEqual(['q', 'r', 't']);
    expect(
      whatIsShown(graph)
        .edges.map(({ id }) => id)
        .sort(),
    ).toEqual(['q->s:0', 'r->s:1', 'x->p:0', 'x->r:1']);
  });
});

describe('the bounds of boxes', () => {
  const place = (graph: Graph, id: string): Box => {
    const i = graph.nodes.findIndex((node) => node.id === id);
    return { x: 37 * i, y: (61 * i) % 200, width: 80, height: 40 };
  };

  it('lie around all that is in them, title and all', () => {
    fc.assert(
      fc.property(boxedGraph, (graph) => {
        const { boxes } = whatIsShown(graph, true);
        const bounds = boundsOfBoxes(boxes, (id) => place(graph, id));
        for (const { group, items } of boxes) {
          const outer = bounds.get(groupFlowId(group.id));
          for (const item of items) {
            const inner = bounds.get(item) ?? place(graph, item);
            expect(outer && inner.x - outer.x).toBeGreaterThanOrEqual(boxPadding.side);
            expect(outer && inner.y - outer.y).toBeGreaterThanOrEqual(boxPadding.top);
            const right = outer && outer.x + outer.width - (inner.x + inner.width);
            expect(right).toBeGreaterThanOrEqual(boxPadding.side);
          }
        }
      }),
    );
  });

  it('are none for a box of which nothing has a place', () => {
    const graph: Graph = { ...graphOf(leaf('a', 1)), groups: [{ id: 'g', nodes: ['a'] }] };
    expect(boundsOfBoxes(whatIsShown(graph).boxes, () => undefined).size).toBe(0);
  });
});

describe('the card of a collapsed group', () => {
  it('has all its ports within it, each at a place of its own', () => {
    fc.assert(
      fc.property(boxedGraph, (graph) => {
        for (const card of whatIsShown(graph).cards) {
          const size = sizeOfCard(card, 'Group');
          for (const ports of [card.inputs, card.outputs]) {
            const heights = ports.map(({ id }) => cardPort(card, size, id).y);
            expect(new Set(heights).size).toBe(ports.length);
            for (const y of heights) expect(y > 32 && y < size.height).toBe(true);
          }
        }
      }),
    );
  });
});
