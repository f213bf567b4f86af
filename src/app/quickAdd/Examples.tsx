import { useSay } from '../i18n/say.ts';
import type { QuickAdd } from '../store/view.ts';
import styles from './quickAdd.module.css';
import { words } from './words.ts';

const anywhere = [
  'z = x*y',
  'z = (2w + 3b)*(2b + 1)',
  'loss = -(y*ln(a) + (1-y)*ln(1-a))',
  'z = [[1, 2], [3, 4]] * x',
];

interface Props {
  request: QuickAdd;
  /** The node whose value is to be used, if there is one. */
  operand: string | undefined;
  onChoose: (formula: string) => void;
}

/** Formulas to try, which say by themselves that formulas can be typed. */
export function Examples({ request, operand, onChoose }: Props) {
  const say = useSay();
  return (
    <div className={styles.examples}>
      <p className={styles.hint}>{say(words.examples)}</p>
      <div className={styles.chips}>
        {examplesFor(request, operand).map((formula) => (
          <button
            key={formula}
            type="button"
            className={styles.chip}
            onClick={() => onChoose(formula)}
          >
            {formula}
          </button>
        ))}
      </div>
    </div>
  );
}

function examplesFor({ wire }: QuickAdd, operand: string | undefined): readonly string[] {
  if (operand !== undefined) return [`2*${operand} + 1`, `${operand}^2`];
  return wire === undefined ? anywhere : ['2w + 1', '0.5'];
}
