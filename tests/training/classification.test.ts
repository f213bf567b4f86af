import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binaryAt, confusionOf, measuresOf, sweep } from '../../src/training/classification.ts';

const labelled = fc.array(
  fc.record({ score: fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1), is: fc.boolean() }),
  { maxLength: 30 },
);

describe('two classes', () => {
  test('precision and recall are what their definitions say', () => {
    fc.assert(
      fc.property(labelled, fc.double({ min: 0, max: 1.1, noNaN: true }), (rows, threshold) => {
        const taken = rows.filter(({ score }) => score >= threshold);
        const positive = rows.filter(({ is }) => is);
        const right = rows.filter(({ score, is }) => score >= threshold === is);
        const hit = taken.filter(({ is }) => is).length;
        const measures = measuresOf(
          binaryAt(
            rows.map(({ score }) => score),
            rows.map(({ is }) => is),
            threshold,
          ),
        );
        expect(measures.precision).toBe(taken.length === 0 ? undefined : hit / taken.length);
        expect(measures.recall).toBe(positive.length === 0 ? undefined : hit / positive.length);
        expect(measures.accuracy).toBe(rows.length === 0 ? undefined : right.length / rows.length);
        const { precision, recall, f1 } = measures;
        if (precision && recall) expect(f1).toBeCloseTo(2 / (1 / precision + 1 / recall), 12);
      }),
    );
  });

  test('a sweep tells at each of its thresholds what counting there tells', () => {
    fc.assert(
      fc.property(labelled, (rows) => {
        const scores = rows.map(({ score }) => score);
        const is = rows.map((row) => row.is);
        const steps = sweep(scores, is);
        expect(steps.map(({ threshold }) => threshold)).toEqual([...new Set(scores)].sort());
        for (const { threshold, counts } of steps) {
          expect(counts).toEqual(binaryAt(scores, is, threshold));
        }
      }),
    );
  });
});

test('a confusion matrix has each sample once, in the row of what it is', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }))), (pairs) => {
      const actual = pairs.map(([one]) => one);
      const predicted = pairs.map(([, other]) => other);
      const matrix = confusionOf(actual, predicted, 3);
      for (const [a, row] of matrix.entries()) {
        for (const [p, count] of row.entries()) {
          expect(count).toBe(pairs.filter(([x, y]) => x === a && y === p).length);
        }
      }
    }),
  );
});
