import { Dices } from 'lucide-react';
import type { Dataset } from '../../graph/index.ts';
import { useSay } from '../i18n/say.ts';
import { currentGraph, edit } from '../store/document.ts';
import styles from './data.module.css';
import { NumberField } from './NumberField.tsx';
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
    <section className={styles.part}>
      <h4 className={styles.heading}>{say(words.test)}</h4>
      <p className={styles.hint}>{say(words.testHelp)}</p>
      <div className={styles.fields}>
        <NumberField
          label={say(words.share)}
          name={say(words.shareName)}
          value={Math.round(share * 1e4) / 100}
          least={0}
          most={90}
          step={5}
          onChange={(percent) => set({ share: percent / 100 }, 'test-share')}
        />
        {share > 0 && (
          <>
            <NumberField
              label={say(words.seed)}
              name={say(words.testSeedName)}
              value={seed}
              least={0}
              most={2 ** 32 - 1}
              onChange={(next) => set({ seed: next }, 'test-seed')}
            />
            <button
              type="button"
              className={styles.icon}
              aria-label={say(words.anotherTest)}
              title={say(words.anotherTest)}
              onClick={() => set({ seed: (seed + 1) % 2 ** 32 }, 'test-seed')}
            >
              <Dices size={16} aria-hidden="true" />
            </button>
          </>
        )}
      </div>
    </section>
  );
}
