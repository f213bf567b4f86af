import * as Plot from '@observablehq/plot';
import type { History } from '../../../training/index.ts';
import { type Axis, padded, plotBetween } from '../axes.ts';
import type { Chart, Reading, Sheet } from '../chart.ts';
import type { Look } from '../look.ts';
import { type Loss, lossesOf, type ShownRun, updatesPerEpoch } from '../runs.ts';
import { type Maker, words } from '../words.ts';

type Kind = 'train' | 'test' | 'batch';

/** A loss and where it stands sideways. */
interface Point extends Loss {
  readonly at: number;
}

interface Series {
  readonly shown: ShownRun;
  readonly kind: Kind;
  readonly points: readonly Point[];
}

/** How losses are seen. */
export interface LossView {
  readonly isLog: boolean;
  /** Laid out by passes through the data instead of updates. */
  readonly byEpoch: boolean;
  /** The iterate that is looked at, which need not be among the points that are drawn. */
  readonly here: Loss | undefined;
}

/** The loss over the iterations of some runs, of training and test data. */
export function lossChart(
  all: readonly ShownRun[],
  { isLog, byEpoch, here }: LossView,
  look: Look,
  by: Maker,
): Chart {
  const runs = all.filter(({ isHidden }) => !isHidden);
  // What is drawn is thinned out, what is read in the table is not.
  const seriesOf = (isDrawn: boolean) =>
    runs.flatMap((shown) => {
      const unit = byEpoch ? updatesPerEpoch(shown.run) : 1;
      return linesOf(shown, isDrawn ? shown.points : shown.run.history).map(
        ({ kind, losses }): Series => ({
          ...{ shown, kind },
          points: losses
            .filter(({ loss }) => Number.isFinite(loss) && (!isLog || loss > 0))
            .map(({ count, loss }) => ({ at: count / unit, count, loss })),
        }),
      );
    });
  const series = seriesOf(true);
  const target = commonTarget(runs);
  const isOutput = runs.length > 0 && runs.every(({ run }) => run.plan.move.by === 'target');
  const outputs = new Set(runs.map(({ run }) => run.output));
  const name = outputs.size === 1 ? `\`${[...outputs][0]}\`` : '';
  const y: Axis = {
    label: labelOf(name, isOutput, by),
    domain: lossDomain(series, isLog, target),
    isLog,
  };
  const last = Math.max(1, ...series.flatMap(({ points }) => points.at(-1)?.at ?? 0));
  const x: Axis = {
    label: by.say(byEpoch ? words.epoch : words.iteration),
    domain: [0, last],
    isWhole: true,
  };
  const current = series.find(({ shown, kind }) => shown.isCurrent && kind === 'train');
  const unit = current && byEpoch ? updatesPerEpoch(current.shown.run) : 1;
  const isDrawable = here !== undefined && here.loss <= y.domain[1] && (!isLog || here.loss > 0);
  const ring = current && isDrawable ? [{ at: here.count / unit, loss: here.loss }] : [];
  const isCut = series.some(({ points }) => points.some(({ loss }) => loss > y.domain[1]));
  const hasTests = series.some(({ kind }) => kind === 'test');
  const dropped =
    isLog && runs.some(({ points }) => lossesOf(points).some(({ loss }) => loss <= 0));
  return {
    title: by.say(isOutput ? words.outputOver : words.lossOver),
    look,
    ratio: 0.72,
    legend: [
      ...all.map((shown) => {
        const last = lossesOf(shown.points).at(-1);
        return {
          text: shown.name === '' ? by.say(words.training) : shown.name,
          end: shown.isDiverged
            ? by.say(words.diverged)
            : shown.isGrowing && !isOutput
              ? by.say(words.growing)
              : last &&
                (shown.isStuck && !isOutput
                  ? by.say(words.stuck(by.number(last.loss)))
                  : by.number(last.loss)),
          isWrong: shown.isDiverged || (shown.isGrowing && !isOutput),
          colour: shown.colour,
          symbol: shown.symbol,
          dash: shown.dash,
          run: all.length > 1 ? shown.run.id : undefined,
        };
      }),
      ...(hasTests
        ? [{ text: by.say(words.test), colour: look.palette.muted, dash: testDash }]
        : []),
      ...(target === undefined
        ? []
        : [
            {
              text: by.say(words.target),
              end: by.number(target),
              colour: look.palette.text,
              dash: '1 3',
            },
          ]),
    ],
    notes: [
      ...(runs.length === 0 ? [by.say(words.allHidden)] : []),
      ...runs.filter(({ isDiverged }) => isDiverged).map(({ name }) => by.say(words.ranAway(name))),
      ...(isCut ? [by.say(words.cut)] : []),
      ...(dropped ? [by.say(words.noLog)] : []),
    ],
    readings: series.flatMap(({ shown, kind, points }, row) =>
      points.map(({ at: x, count, loss }): Reading => {
        const what = by.say(isOutput && kind === 'train' ? words.output : kindNames[kind]);
        const run = shown.name === '' ? '' : `${shown.name}\n`;
        const epoch = byEpoch ? `${by.say(words.epoch)} ${by.number(x)}\n` : '';
        return {
          ...{ x, y: loss, row },
          text: () =>
            `${run}${epoch}${by.say(words.iteration)} ${count}\n${what} ${by.number(loss)}`,
        };
      }),
    ),
    sheet: () => sheetOf(seriesOf(false), by),
    draw: (size) =>
      plotBetween(x, y, size, look, [
        target === undefined
          ? null
          : Plot.ruleY([target], { stroke: look.palette.text, strokeDasharray: '1 3' }),
        ...series.flatMap(({ shown, kind, points }) => marksOf(shown, kind, points, x, y, look)),
        Plot.dot(ring, {
          ...{ x: 'at', y: 'loss', r: 5.5, fill: look.palette.surface },
          ...{ stroke: look.palette.text, strokeWidth: 2 },
        }),
      ]),
  };
}

/** What stands at the axis: a loss that is called loss is no “loss loss” in either language. */
function labelOf(name: string, isOutput: boolean, by: Maker): string {
  if (!isOutput && /^`loss`$/i.test(name)) return by.say(words.loss);
  return `${by.say(isOutput ? words.output : words.loss)} ${name}`.trim();
}

const kindNames = { train: words.loss, test: words.testLoss, batch: words.batchLoss };

const testDash = '5 3';

function marksOf(
  shown: ShownRun,
  kind: Kind,
  points: readonly Point[],
  { domain: [, last] }: Axis,
  { domain: [low, high] }: Axis,
  { palette, wrong }: Look,
): Plot.Markish[] {
  const { colour, symbol, dash, isDiverged, isCurrent } = shown;
  const common = { x: 'at', y: 'loss' };
  const few = points.length <= 24;
  const seen = points.filter(({ loss }) => loss >= low && loss <= high);
  const marked = kind === 'train' ? (few ? seen : everyShare(seen, last / 7)) : [];
  return [
    Plot.line(points, {
      ...common,
      clip: true,
      stroke: colour,
      strokeOpacity: kind === 'batch' ? 0.35 : 1,
      strokeWidth: kind === 'batch' ? 1 : isCurrent ? 2 : 1.5,
      strokeDasharray: kind === 'test' ? testDash : dash,
      strokeLinejoin: 'round',
    }),
    Plot.dot(marked, {
      ...common,
      symbol: symbol,
      r: few ? 2.6 : 3,
      fill: colour,
      stroke: palette.surface,
      strokeWidth: 1,
    }),
    isDiverged && kind === 'train'
      ? Plot.dot(seen.slice(-1), {
          ...common,
          symbol: 'times',
          r: 5,
          stroke: wrong,
          strokeWidth: 2,
        })
      : null,
  ];
}

/** The points nearest to even distances. */
function everyShare(points: readonly Point[], apart: number): readonly Point[] {
  let next = apart / 2;
  return points.filter(({ at }) => {
    if (at < next) return false;
    while (next <= at) next += apart;
    return true;
  });
}

/** The lines of a run: the batches of the one that is looked at behind its loss over all rows. */
function linesOf({ run, isCurrent }: ShownRun, history: History) {
  const tests = history.flatMap(({ count, test }) =>
    test === undefined ? [] : [{ count, loss: test }],
  );
  const lines: { readonly kind: Kind; readonly losses: readonly Loss[] }[] = [
    { kind: 'train', losses: lossesOf(history) },
  ];
  if (tests.length > 0) lines.push({ kind: 'test', losses: tests });
  if (isCurrent && run.plan.batch !== undefined) {
    lines.unshift({ kind: 'batch', losses: history });
  }
  return lines;
}

/** What all is brought to, where that is the same for all runs that are. */
function commonTarget(runs: readonly ShownRun[]): number | undefined {
  const targets = new Set(
    runs.flatMap(({ run: { plan } }) => (plan.move.by === 'target' ? [plan.move.target] : [])),
  );
  return targets.size === 1 ? [...targets][0] : undefined;
}

/** Whether a run left where it began upwards. */
function isWild({ isDiverged, isGrowing }: Pick<ShownRun, 'isDiverged' | 'isGrowing'>): boolean {
  return isDiverged || isGrowing;
}

/**
 * The range of losses to show. One that runs away leaves the picture instead of making all others
 * flat: of it counts what is not far above where the runs began.
 */
export function lossDomain(
  series: readonly {
    readonly shown: Pick<ShownRun, 'isDiverged' | 'isGrowing'>;
    readonly points: Series['points'];
  }[],
  isLog: boolean,
  target?: number,
): readonly [number, number] {
  const starts = series.flatMap(({ points }) => points.slice(0, 1).map(({ loss }) => loss));
  const calm = series.flatMap(({ shown, points }) =>
    isWild(shown) ? [] : points.map(({ loss }) => loss),
  );
  const top = Math.max(...starts, ...calm.slice(0, 1), target ?? Number.NEGATIVE_INFINITY);
  const most = isLog ? 1e3 : 4;
  const wild = series.flatMap(({ shown, points }) =>
    isWild(shown)
      ? points.map(({ loss }) => loss).filter((loss) => loss <= Math.abs(top) * most)
      : [],
  );
  const all = [...calm, ...wild, ...starts, ...(target === undefined ? [] : [target])];
  if (all.length === 0) return isLog ? [0.1, 1] : [0, 1];
  const low = all.reduce((a, b) => Math.min(a, b));
  const high = all.reduce((a, b) => Math.max(a, b));
  if (isLog) return low === high ? [low / 2, high * 2] : [low / 1.2, high * 1.3];
  // Losses stand on 0, which is what they are to come to.
  const floor = low >= 0 && low < 0.5 * high ? 0 : low;
  const [padLow, padHigh] = padded(floor, high);
  return [floor === 0 ? 0 : padLow, padHigh];
}

function sheetOf(series: readonly Series[], by: Maker): Sheet {
  const counts = [...new Set(series.flatMap(({ points }) => points.map(({ count }) => count)))];
  counts.sort((a, b) => a - b);
  const at = series.map(({ points }) => new Map(points.map(({ count, loss }) => [count, loss])));
  return {
    columns: [
      by.say(words.iteration),
      ...series.map(({ shown, kind }) =>
        [shown.name, by.say(kindNames[kind])].filter((part) => part !== '').join(' · '),
      ),
    ],
    rows: counts.map((count) => [count, ...at.map((losses) => losses.get(count))]),
  };
}
