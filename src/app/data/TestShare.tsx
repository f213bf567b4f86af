import type { Dataset } from '../../graph/index.ts';
import { Fold } from '../fields/Fold.tsx';
import { between, NumberField } from '../fields/NumberField.tsx';
import { useSay } from '../i18n/say.ts';
import { currentGraph, edit } from '../store/document.ts';
import parts from './parts.module.css';
import { Seed } from './Seed.tsx';
import { words } from './words.ts';

/** How many rows train and how many test. */
export function splitOf(rows: number, share: number): { train: number; test: number } {
  const test = Math.max(0, Math.min(rows - 1, Math.floor(rows * share)));
  return { train: rows - test, test };
}

/** The share of rows set aside to test with, and the seed they are drawn by. */
export function TestShare({ dataset }: { dataset: Dataset }) {
  const say = useSay();
  const { share = 0, seed = 0 } = dataset.test ?? {};
  const set = (next: { share?: number; seed?: number }, gesture: string | null = null) => {
    const graph = currentGraph();
    if (graph.dataset === undefined) return;
    const { test, ...rest } = graph.dataset;
    const wanted = { share: 0, ...test, ...next };
    const kept = wanted.share > 0 ? { ...rest, test: wanted } : rest;
    edit({ ...graph, dataset: kept }, gesture);
  };
  return (
    <Fold
      id="test-set"
      title={words.test}
      summary={share > 0 ? `${percent(share)} %` : say(words.noTest)}
    >
      <p className={parts.hint}>{say(words.testHelp)}</p>
      <NumberField
        label={say(words.share)}
        name={say(words.shareName)}
        value={percent(share)}
        refuse={between(0, 90)}
        onChange={(chosen) => set({ share: chosen / 100 })}
      />
      {share > 0 && (
        <Seed
          name={words.testSeedName}
          another={words.anotherTest}
          value={seed}
          onChange={(next) => set({ seed: next }, 'test-seed')}
        />
      )}
    </Fold>
  );
}

function percent(share: number): number {
  return Math.round(share * 1e4) / 100;
}
