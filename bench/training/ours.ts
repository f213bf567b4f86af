import { Trainer } from '../../src/training/index.ts';
import { type Learner, network, rate, sampleCount, t, x0, x1 } from './workload.ts';

/** Chainrule's own trainer, as the page and the command line run it. */
export function ours(): Learner {
  const inputs = new Map([
    ['x0', x0],
    ['x1', x1],
    ['t', t],
  ]);
  const plan = { move: { by: 'gradient', rule: 'gradientDescent', rate } } as const;
  const trainer = new Trainer(network, 'loss', plan, { count: sampleCount, inputs });
  return {
    repeat(updates) {
      for (let i = 0; i < updates; i++) trainer.advance();
    },
    weights: () => [...trainer.snapshot().parameters],
  };
}
