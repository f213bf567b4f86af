import type { Text } from '../../../ops/index.ts';
import type { LegendItem } from '../chart.ts';
import type { ShownRun } from '../runs.ts';
import { type Maker, words } from '../words.ts';

/** Runs as legends name them; one without a name is called what it leaves in this picture. */
export function itemsOf(
  runs: readonly { readonly shown: ShownRun }[],
  unnamed: Text,
  by: Maker,
): readonly LegendItem[] {
  return runs.map(({ shown }) => ({
    text: shown.name === '' ? by.say(unnamed) : shown.name,
    end: shown.isDiverged ? by.say(words.diverged) : undefined,
    isWrong: shown.isDiverged,
    colour: shown.colour,
    symbol: shown.symbol,
    dash: shown.dash,
    run: runs.length > 1 ? shown.run.id : undefined,
  }));
}
