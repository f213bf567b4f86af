import type { Tensor } from '../ops/index.ts';
import { csv } from './csv.ts';
import { plain } from './json.ts';
import { table } from './table.ts';
import type { Run } from './trainRun.ts';

/** The object `--json` prints. */
export function toJson({ output, ending, history }: Run): Record<string, unknown> {
  const last = history[history.length - 1];
  return {
    output,
    updates: last.updates,
    epochs: last.epoch,
    loss: plain(last.loss),
    ...(last.test !== undefined && { testLoss: plain(last.test) }),
    parameters: Object.fromEntries(
      Object.entries(last.parameters).map(([id, value]) => [id, plain(value)]),
    ),
    ending: ending ?? null,
    history: history.map(({ epoch, updates, loss, test }) => ({
      epoch,
      updates,
      loss: plain(loss),
      ...(test !== undefined && { testLoss: plain(test) }),
    })),
  };
}

/** One line per epoch, with the parameters that are single numbers. */
export function toCsv({ history }: Run): string {
  const ids = Object.keys(history[0].parameters).filter(
    (id) => typeof history[0].parameters[id] === 'number',
  );
  const hasTest = history[0].test !== undefined;
  const head = ['epoch', 'updates', 'loss', ...(hasTest ? ['test loss'] : []), ...ids];
  const rows = history.map(({ epoch, updates, loss, test, parameters }) => [
    ...[epoch, updates, loss],
    ...(hasTest ? [test ?? null] : []),
    ...ids.map((id) => Number(parameters[id])),
  ]);
  return csv([head, ...rows]);
}

/** The same for people: what was before, and what is after. */
export function toText({ output, history }: Run): string {
  const first = history[0];
  const last = history[history.length - 1];
  const show = (value: Tensor) => JSON.stringify(value);
  const rows = [
    [output, String(first.loss), String(last.loss)],
    ...(last.test === undefined ? [] : [['test rows', String(first.test), String(last.test)]]),
    ...Object.keys(last.parameters).map((id) => [
      id,
      show(first.parameters[id]),
      show(last.parameters[id]),
    ]),
  ];
  return table(['', 'before', `after ${last.updates} updates`], rows, 1);
}
