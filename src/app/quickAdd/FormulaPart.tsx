import { CornerDownLeft } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useSay } from '../i18n/say.ts';
import styles from './quickAdd.module.css';
import { Target } from './Target.tsx';
import type { Formula } from './useFormula.ts';
import { words } from './words.ts';

const FormulaPreview = lazy(() => import('./FormulaPreview.tsx'));

/** What a formula will become, what it is for, and the button that builds it. */
export function FormulaPart({ previewId, formula }: { previewId: string; formula: Formula }) {
  const say = useSay();
  const { reading, canBeNew, isNew, candidate, isOutput, isBuilding, build } = formula;
  return (
    <>
      <div className={styles.scroll} aria-live="polite">
        {reading === undefined ? (
          <p className={styles.hint}>{say(words.reading)}</p>
        ) : (
          <Suspense>
            <FormulaPreview id={previewId} reading={reading} />
          </Suspense>
        )}
      </div>
      <Target
        isNew={canBeNew ? isNew : undefined}
        candidate={candidate}
        isOutput={isOutput}
        onNew={formula.setNew}
        onOutput={formula.setOutput}
      />
      <div className={styles.foot}>
        <span className={styles.hint}>{say(words.newLine)}</span>
        <button
          type="button"
          className={styles.build}
          disabled={reading?.ok !== true || isBuilding}
          onClick={() => void build()}
        >
          {say(words.build)} <CornerDownLeft size={14} aria-hidden="true" />
        </button>
      </div>
    </>
  );
}
