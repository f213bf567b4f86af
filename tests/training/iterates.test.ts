import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyGraph, type Graph } from '../../src/graph/index.ts';
import {
  formatCell,
  type IterateColumn,
  iterateRows,
  markdownTable,
} from '../../src/training/iterates.ts';
import type { Plan } from '../../src/training/plan.ts';
import { type Iterate, Trainer } from '../../src/training/trainer.ts';
import { linear } from '../support/linear.ts';
import figures from './expected.json';

/** √(ln x²), the game of the course notes. */
const game = (x: number): Graph => ({
  ...emptyGraph,
  nodes: [
    { id: 'x', op: 'parameter', value: x },
    { id: 'a', op: 'square', inputs: ['x'] },
    { id: 'b', op: 'ln', inputs: ['a'] },
    { id: 'c', op: 'sqrt', inputs: ['b'] },
  ],
});

function tableOf(graph: Graph, output: string, plan: Plan, columns: readonly IterateColumn[]) {
  const trainer = new Trainer(graph, output, plan);
  const iterates: Iterate[] = [];
  for (let isOver = false; !isOver; ) {
    const { iterate, ending } = trainer.advance();
    iterates.push(iterate);
    isOver = ending !== undefined;
  }
  const target = plan.move.by === 'target' ? plan.move.target : undefined;
  return iterateRows(graph, output, trainer.objective.trained, iterates, columns, target);
}

const value = (node: string) => ({ kind: 'value', node }) as const;
const delta = (node: string) => ({ kind: 'delta', node }) as const;
const gradient = (node: string) => ({ kind: 'gradient', node }) as const;

describe('a table of iterates has the columns of the course notes, digit for digit', () => {
  test('linear-wb-recomputed-factor', () => {
    const shares = { w: 0.5, b: 0.5 };
    const plan: Plan = {
      move: { by: 'target', target: 150, shares, factor: 'recomputed' },
      stop: [{ kind: 'error-below', value: 1e-5 }],
    };
    const columns = [
      ...['w', 'b', 'x', 'y', 'z'].map(value),
      ...['b', 'w'].map(gradient),
      ...['b', 'w'].map(delta),
    ];
    const rows = tableOf(linear, 'z', plan, columns);
    const wanted = figures['linear-wb-recomputed-factor'].iterates.map((row) => [
      ...[row.w, row.b, row.x, row.y, row.z],
      ...[row.factor_b, row.factor_w, row.delta_b, row.delta_w],
    ]);
    const form = { decimals: 6, ending: 'round' } as const;
    const isLast = (i: number) => i === wanted.length - 1;
    rows.forEach((row, i) => {
      const written = row.map((cell) => formatCell(cell, form));
      const expected = wanted[i].map((cell) => formatCell(cell, form));
      expect(isLast(i) ? written.slice(0, 5) : written).toEqual(
        isLast(i) ? expected.slice(0, 5) : expected,
      );
    });
    expect(rows).toHaveLength(wanted.length);
  });

  test('game-target-2, cut off after three decimals as printed', () => {
    const plan: Plan = {
      move: { by: 'target', target: 2, shares: { x: 1 }, factor: 'recomputed' },
      stop: [{ kind: 'error-below', value: 1e-3 }],
    };
    const columns = [...['x', 'a', 'b', 'c'].map(value), ...['c', 'b', 'a', 'x'].map(delta)];
    const rows = tableOf(game(2), 'c', plan, columns);
    const form = { decimals: 3, ending: 'truncate' } as const;
    const written = rows.map((row) => row.map((cell) => formatCell(cell, form)));
    expect(written.map(([x]) => x)).toEqual(['2.000', '3.937', '6.182', '7.258', '7.387']);
    expect(written.map((row) => row[3])).toEqual(['1.177', '1.655', '1.908', '1.991', '1.999']);
    figures['game-target-2'].iterates.slice(0, -1).forEach((row, i) => {
      expect(rows[i][4]).toBeCloseTo(row.delta_c ?? 0, 9);
      expect(rows[i][5]).toBeCloseTo(row.delta_b ?? 0, 9);
      expect(rows[i][6]).toBeCloseTo(row.delta_a ?? 0, 8);
      expect(rows[i][7]).toBeCloseTo(row.delta_x ?? 0, 9);
    });
    expect(written.at(-1)?.slice(4)).toEqual(['', '', '', '']);
  });
});

describe('a cell', () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });

  test('that is cut off never grows, and differs by less than a unit of its last digit', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 10 }), (x, decimals) => {
        const cut = Number(formatCell(x, { decimals, ending: 'truncate' }));
        expect(Math.abs(cut)).toBeLessThanOrEqual(Math.abs(x));
        expect(Math.abs(x - cut)).toBeLessThanOrEqual(
          10 ** -decimals * (1 + 1e-9) + Number.EPSILON * Math.abs(x),
        );
      }),
    );
  });

  test('has the decimals asked for, and no point without any', () => {
    fc.assert(
      fc.property(
        number,
        fc.constantFrom('round', 'truncate'),
        fc.integer({ min: 0, max: 10 }),
        (x, ending, decimals) => {
          const [, fraction = ''] = formatCell(x, { decimals, ending }).split('.');
          expect(fraction).toHaveLength(decimals);
          expect(formatCell(x, { decimals: 0, ending })).not.toContain('.');
        },
      ),
    );
  });
});

test('a table in Markdown keeps bars out of its columns', () => {
  expect(markdownTable(['k', '|∇|'], [['0', '1.5']])).toBe(
    '| k | \\|∇\\| |\n| --- | --- |\n| 0 | 1.5 |\n',
  );
});

test.each(['round', 'truncate'] as const)('a zero has no sign: %s', (ending) => {
  expect(formatCell(-1e-9, { decimals: 6, ending })).toBe('0.000000');
  expect(formatCell(-0, { decimals: 0, ending })).toBe('0');
  expect(formatCell(-1.5, { decimals: 1, ending })).toBe('-1.5');
});
