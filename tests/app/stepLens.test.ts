import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepLens } from '../../src/app/stepping/stepLens.ts';
import { lookUp, numbersAfter, stepAt, stepCount } from '../../src/engine/index.ts';
import { edgesOf, upstreamOf } from '../../src/graph/index.ts';
import { ops } from '../../src/ops/index.ts';
import { traceOf } from '../support/evaluated.ts';
import { tameGraph } from '../support/graphs.ts';

test('what is seen is what has been computed, and the values that are given', () => {
  fc.assert(
    fc.property(tameGraph, fc.nat(), (graph, pick) => {
      const it = traceOf(graph);
      const steps = pick % (stepCount(it) + 1);
      const lens = stepLens(it, steps, null);
      const now = numbersAfter(it, steps);
      const all = lookUp(it.program, it.edges);
      for (const { id, op } of graph.nodes) {
        const isThere = now(`value:${id}`) !== undefined || ops.get(op)?.kind === 'leaf';
        expect(lens.see(`value:${id}`).as).toBe(isThere ? 'evaluated' : 'nothing');
        const gradient = now(`gradient:${id}`);
        expect(lens.see(`gradient:${id}`)).toEqual(
          gradient === undefined ? { as: 'nothing' } : { as: 'number', value: gradient },
        );
        if (steps === stepCount(it)) expect(gradient).toEqual(all(`gradient:${id}`));
      }
      for (const { id, source } of edgesOf(graph)) {
        const seen = (quantity: string) => lens.see(quantity, id).as === 'evaluated';
        expect(seen(`value:${source}`)).toBe(now(`value:${source}`) !== undefined);
        expect(seen(`contribution:${id}`)).toBe(now(`contribution:${id}`) !== undefined);
      }
    }),
  );
});

test('the step, what it reads and the way its gradient came stand out', () => {
  fc.assert(
    fc.property(tameGraph, fc.nat(), (graph, pick) => {
      const it = traceOf(graph);
      const steps = 1 + (pick % stepCount(it));
      const { marksOf } = stepLens(it, steps, null);
      const step = stepAt(it, steps - 1);
      const marked = (mark: string) =>
        [...graph.nodes, ...edgesOf(graph)]
          .map(({ id }) => id)
          .filter((id) => marksOf(id).some((other) => other === mark));
      if (step?.pass === 'forward') {
        expect(marked('current')).toEqual([step.node]);
        const read = new Set(step.operands.map(({ source }) => source));
        expect(marked('operand').sort()).toEqual([...read].sort());
        expect(marked('forward')).toHaveLength(step.operands.length);
        expect(marked('lit')).toEqual([]);
      } else {
        expect(marked('current')).toEqual([step?.source]);
        expect(marked('backward')).toEqual([step?.edge]);
        // The ways on from the target to the output, all of which have been passed.
        const needed = upstreamOf(graph, it.program.output ?? '');
        const reached = new Set([step?.target]);
        for (const id of reached) {
          for (const { source, target } of edgesOf(graph)) if (source === id) reached.add(target);
        }
        const now = numbersAfter(it, steps);
        const ways = edgesOf(graph).filter(
          ({ source, target }) => reached.has(source) && needed.has(target),
        );
        expect(marked('lit').sort()).toEqual(ways.map(({ id }) => id).sort());
        for (const { id } of ways) expect(now(`contribution:${id}`)).toBeDefined();
      }
    }),
  );
});

test('a path that is pointed at is lit instead', () => {
  fc.assert(
    fc.property(tameGraph, (graph) => {
      const it = traceOf(graph);
      const [edge] = edgesOf(graph);
      if (edge === undefined) return;
      const { marksOf } = stepLens(it, stepCount(it), [edge.id]);
      const lit = edgesOf(graph).filter(({ id }) => marksOf(id).includes('lit'));
      expect(lit.map(({ id }) => id)).toEqual([edge.id]);
    }),
    { numRuns: 20 },
  );
});
