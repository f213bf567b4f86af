import type { RuleId } from '../../graph/index.ts';
import { outputOf } from '../../graph/index.ts';
import { trainedOf, updateRules } from '../../training/index.ts';
import { Choice } from '../fields/Choice.tsx';
import { aboveZero, NumberField } from '../fields/NumberField.tsx';
import { Segments } from '../fields/Segments.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { endGesture, useDocument } from '../store/document.ts';
import parts from './parts.module.css';
import { planOf, usualPlan } from './plan.ts';
import { chooseMove, editPlan, type GradientMove } from './planning.ts';
import { planWords as words } from './planWords.ts';
import { TargetEditor, usualTarget } from './TargetEditor.tsx';
import styles from './UpdateSection.module.css';

/** What moves the parameters: an update rule with its learning rate, or a target. */
export function UpdateSection() {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const { move } = planOf(graph);
  return (
    <section className={parts.section} aria-labelledby="train-update">
      <h3 id="train-update" className="visually-hidden">
        {say(words.update)}
      </h3>
      <Segments
        label={words.by}
        value={move.by}
        of={[
          ['gradient', words.byGradient],
          ['target', words.byTarget],
        ]}
        onChange={(by) => chooseMove(by, by === 'gradient' ? usualPlan.move : usualTarget(graph))}
      />
      {move.by === 'gradient' ? (
        <GradientEditor move={move} />
      ) : (
        <TargetEditor
          move={move}
          parameters={trainedOf(graph, outputOf(graph) ?? '').map(({ id }) => id)}
        />
      )}
    </section>
  );
}

/** The slider goes by powers of ten. */
const rates = { least: -4, most: 1, step: 0.05 };

function GradientEditor({ move }: { move: GradientMove }) {
  const say = useSay();
  const set = (rate: number, gesture: string | null) =>
    editPlan({ move: { ...move, rate } }, gesture);
  return (
    <>
      <div className={styles.pair}>
        <Choice
          label={words.rule}
          value={move.rule}
          of={[...updateRules.values()].map(({ id, name }) => [id, name] as const)}
          onChange={(chosen: RuleId) => {
            const { settings: _, ...rest } = move;
            editPlan({ move: { ...rest, rule: chosen } });
          }}
        />
        <NumberField
          name={say(words.rate)}
          label={
            <>
              {say(words.rate)} <Tex of="\eta" />
            </>
          }
          value={move.rate}
          refuse={aboveZero}
          onChange={(rate) => set(rate, null)}
        />
      </div>
      <input
        type="range"
        className={styles.slider}
        aria-label={say(words.rateSlider)}
        aria-valuetext={String(move.rate)}
        min={rates.least}
        max={rates.most}
        step={rates.step}
        value={Math.log10(move.rate)}
        onChange={({ target }) => set(Number((10 ** target.valueAsNumber).toPrecision(2)), 'rate')}
        onPointerUp={endGesture}
        onBlur={endGesture}
      />
    </>
  );
}
