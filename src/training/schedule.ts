/** How the learning rate goes on from its first value. */
export type Schedule =
  | { readonly kind: 'constant' }
  /** Multiplied by `factor` after every `every` updates. */
  | { readonly kind: 'step'; readonly every: number; readonly factor: number }
  /**
   * Falls along half a cosine to `least` within `over` updates and stays there: Loshchilov and
   * Hutter, “SGDR” (2017), equation 5, without restarts.
   */
  | { readonly kind: 'cosine'; readonly over: number; readonly least: number };

/** The learning rate of update number `count` (from 1), with `rate` as that of the first. */
export function rateAt(schedule: Schedule, rate: number, count: number): number {
  const past = count - 1;
  switch (schedule.kind) {
    case 'constant':
      return rate;
    case 'step':
      return rate * schedule.factor ** Math.floor(past / schedule.every);
    case 'cosine': {
      const { over, least } = schedule;
      if (past >= over) return least;
      return least + ((rate - least) * (1 + Math.cos((Math.PI * past) / over))) / 2;
    }
  }
}
