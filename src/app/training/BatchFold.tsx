import { Choice } from '../fields/Choice.tsx';
import { Fold } from '../fields/Fold.tsx';
import { between, NumberField, wholeFrom } from '../fields/NumberField.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { trainRows } from './data.ts';
import parts from './parts.module.css';
import { planOf } from './plan.ts';
import { editPlan } from './planning.ts';
import { planWords as words } from './planWords.ts';

/** How many samples an update uses, in which order they come, and what is made of their gradients. */
export function BatchFold() {
  const say = useSay();
  const rows = useDocument(({ graph }) => trainRows(graph));
  const {
    batch,
    order = 'kept',
    seed = 0,
    reduction = 'mean',
  } = useDocument(({ graph }) => planOf(graph));
  if (rows === 0) return null;
  const kind = batch === undefined ? 'all' : batch === 1 ? 'single' : 'some';
  const sizes = { single: 1, some: Math.min(32, Math.max(2, rows >> 1)), all: undefined };
  return (
    <Fold id="batches" title={words.batches} summary={say(words.batchText(batch, rows))}>
      <div className={parts.fields}>
        <Choice
          label={words.samples}
          value={kind}
          of={[
            ['single', words.single],
            ['some', words.some],
            ['all', words.all],
          ]}
          onChange={(chosen: keyof typeof sizes) => editPlan({ batch: sizes[chosen] })}
        />
        {kind === 'some' && (
          <NumberField
            name={say(words.size)}
            label={say(words.size)}
            value={batch}
            refuse={wholeFrom(1)}
            onChange={(changed) => editPlan({ batch: changed })}
          />
        )}
        <Choice
          label={words.order}
          value={order}
          of={[
            ['kept', words.orderKept],
            ['shuffled', words.shuffled],
          ]}
          onChange={(chosen) => editPlan({ order: chosen })}
        />
        {order === 'shuffled' && (
          <NumberField
            name={say(words.seed)}
            label={say(words.seed)}
            value={seed}
            refuse={between(0, 2 ** 32 - 1)}
            onChange={(changed) => editPlan({ seed: Math.round(changed) })}
          />
        )}
        <Choice
          label={words.reduction}
          value={reduction}
          of={[
            ['mean', words.reductionMean],
            ['sum', words.reductionSum],
          ]}
          onChange={(chosen) => editPlan({ reduction: chosen })}
        />
      </div>
    </Fold>
  );
}
