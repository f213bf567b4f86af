import { Plus, X } from 'lucide-react';
import type { StopRule } from '../../graph/index.ts';
import buttons from '../fields/buttons.module.css';
import { Choice } from '../fields/Choice.tsx';
import { Each } from '../fields/Each.tsx';
import { Fold } from '../fields/Fold.tsx';
import { aboveZero, NumberField, wholeFrom } from '../fields/NumberField.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { planOf } from './plan.ts';
import { editPlan } from './planning.ts';
import { planWords as words } from './planWords.ts';
import styles from './StopFold.module.css';

const usualRules: { readonly [Kind in StopRule['kind']]: StopRule } = {
  'loss-below': { kind: 'loss-below', value: 0.001 },
  'error-below': { kind: 'error-below', value: 0.001 },
  'gradient-below': { kind: 'gradient-below', value: 0.0001 },
  iterations: { kind: 'iterations', count: 1000 },
  'no-progress': { kind: 'no-progress', least: 1e-6, patience: 50 },
};

/** When a run ends by itself. */
export function StopFold() {
  const say = useSay();
  const { stop = [], check = 'before' } = useDocument(({ graph }) => planOf(graph));
  const set = (rules: readonly StopRule[]) =>
    editPlan({ stop: rules.length > 0 ? rules : undefined });
  return (
    <Fold id="stop" title={words.stop} summary={say(words.stopCount(stop.length))}>
      <Each of={stop}>
        {(rule, i) => (
          <Rule
            rule={rule}
            onChange={(changed) => set(stop.map((other, j) => (j === i ? changed : other)))}
            onRemove={() => set(stop.filter((_, j) => j !== i))}
          />
        )}
      </Each>
      {stop.length > 0 && (
        <Choice
          label={words.check}
          value={check}
          of={[
            ['before', words.before],
            ['after', words.after],
          ]}
          onChange={(chosen) => editPlan({ check: chosen === 'after' ? chosen : undefined })}
        />
      )}
      <button
        type="button"
        className={`${buttons.secondary} ${styles.add}`}
        onClick={() => set([...stop, usualRules[stop.length === 0 ? 'loss-below' : 'iterations']])}
      >
        <Plus size={15} aria-hidden="true" />
        {say(words.addStop)}
      </button>
    </Fold>
  );
}

interface RuleProps {
  rule: StopRule;
  onChange: (rule: StopRule) => void;
  onRemove: () => void;
}

function Rule({ rule, onChange, onRemove }: RuleProps) {
  const say = useSay();
  const name = say(words.stops[rule.kind]);
  return (
    <div className={styles.rule}>
      <Choice
        label={words.stopWhen}
        value={rule.kind}
        of={(Object.keys(usualRules) as StopRule['kind'][]).map((kind) => [
          kind,
          words.stops[kind],
        ])}
        onChange={(kind) => onChange(usualRules[kind])}
      />
      {rule.kind === 'iterations' ? (
        <NumberField
          name={name}
          value={rule.count}
          refuse={wholeFrom(1)}
          onChange={(count) => onChange({ ...rule, count })}
        />
      ) : rule.kind === 'no-progress' ? (
        <>
          <NumberField
            name={name}
            value={rule.least}
            onChange={(least) => onChange({ ...rule, least })}
          />
          <NumberField
            name={say(words.patience)}
            label={say(words.patience)}
            value={rule.patience}
            refuse={wholeFrom(1)}
            onChange={(patience) => onChange({ ...rule, patience })}
          />
        </>
      ) : (
        <NumberField
          name={name}
          value={rule.value}
          refuse={rule.kind === 'loss-below' ? undefined : aboveZero}
          onChange={(value) => onChange({ ...rule, value })}
        />
      )}
      <button
        type="button"
        className={buttons.icon}
        aria-label={say(words.removeStop)}
        title={say(words.removeStop)}
        onClick={onRemove}
      >
        <X size={15} aria-hidden="true" />
      </button>
    </div>
  );
}
