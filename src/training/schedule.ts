import type { Schedule } from '../graph/index.ts';
import { cosine, powerOf } from '../ops/index.ts';

/**
 * The learning rate of update number `count` (from 1), with `rate` as that of the first. The cosine is
 * equation 5 of Loshchilov and Hutter, “SGDR” (2017), without restarts.
 */
export function rateAt(schedule: Schedule, rate: number, count: number): number {
  const past = count - 1;
  switch (schedule.kind) {
    case 'constant':
      return rate;
    case 'step':
      return rate * powerOf(schedule.factor, Math.floor(past / schedule.every));
    case 'cosine': {
      const { over, least } = schedule;
      if (past >= over) return least;
      return least + ((rate - least) * (1 + cosine((Math.PI * past) / over))) / 2;
    }
  }
}
