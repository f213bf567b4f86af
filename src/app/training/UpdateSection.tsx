import type { RuleId, Schedule } from '../../graph/index.ts';
import { outputOf } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { completeSettings, trainedOf, updateRules } from '../../training/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Choice } from '../fields/Choice.tsx';
import { Fold } from '../fields/Fold.tsx';
import { aboveZero, between, NumberField, wholeFrom } from '../fields/NumberField.tsx';
import { Segments } from '../fields/Segments.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { endGesture, useDocument } from '../store/document.ts';
import { Compare } from './Compare.tsx';
import parts from './parts.module.css';
import { planOf, usualPlan } from './plan.ts';
import { chooseMove, editPlan, type GradientMove } from './planning.ts';
import { planWords as words } from './planWords.ts';
import { SideBySide } from './SideBySide.tsx';
import { TargetEditor, usualTarget } from './TargetEditor.tsx';
import styles from './UpdateSection.module.css';
import { WorkingFold } from './WorkingFold.tsx';

/** What moves the parameters: an update rule with its learning rate, or a target. */
export function UpdateSection() {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const { move } = planOf(graph);
  return (
    <section className={parts.section} aria-labelledby="train-update">
      <h3 id="train-update" className={styles.heading}>
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
      <WorkingFold />
      <SideBySide />
    </section>
  );
}

function GradientEditor({ move }: { move: GradientMove }) {
  const say = useSay();
  const opened = useDocument((state) => state.opened);
  const rule = updateRules.get(move.rule);
  return (
    <>
      <Choice
        label={words.rule}
        value={move.rule}
        of={[...updateRules.values()].map(({ id, name }) => [id, name] as const)}
        onChange={(chosen: RuleId) => {
          const { settings: _, ...rest } = move;
          editPlan({ move: { ...rest, rule: chosen } });
        }}
      />
      {rule && (
        <div className={parts.formulas}>
          {rule.tex.map((tex) => (
            <Tex key={tex} of={tex} display />
          ))}
          <p className={parts.about}>{say(rule.about)}</p>
        </div>
      )}
      <Rate move={move} />
      <Compare key={opened} />
      <Fold id="schedule" title={words.details} summary={say(scheduleName(move.schedule))}>
        <Constants move={move} />
        <ScheduleEditor move={move} />
      </Fold>
    </>
  );
}

/** The slider goes by powers of ten. */
const rates = { least: -4, most: 1, step: 0.05 };

function Rate({ move }: { move: GradientMove }) {
  const say = useSay();
  const set = (rate: number, gesture: string | null) =>
    editPlan({ move: { ...move, rate } }, gesture);
  return (
    <div className={styles.rate}>
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
    </div>
  );
}

function Constants({ move }: { move: GradientMove }) {
  const say = useSay();
  const rule = updateRules.get(move.rule);
  const settings = rule ? completeSettings(rule, move.settings) : {};
  const entries = Object.entries(rule?.settings ?? {});
  if (entries.length === 0) return null;
  return (
    <div className={parts.fields}>
      {entries.map(([id, { name, tex, least, most }]) => (
        <NumberField
          key={id}
          name={say(name)}
          label={
            <>
              {say(name)} <Tex of={tex} />
            </>
          }
          value={settings[id]}
          refuse={between(least, most)}
          onChange={(value) =>
            editPlan({ move: { ...move, settings: { ...move.settings, [id]: value } } })
          }
        />
      ))}
    </div>
  );
}

/** What each kind of schedule begins with. */
const usualSchedules: { readonly [Kind in Schedule['kind']]: (rate: number) => Schedule } = {
  constant: () => ({ kind: 'constant' }),
  step: () => ({ kind: 'step', every: 50, factor: 0.5 }),
  cosine: () => ({ kind: 'cosine', over: 100, least: 0 }),
};

function ScheduleEditor({ move }: { move: GradientMove }) {
  const say = useSay();
  const { number } = useNumbers();
  const schedule = move.schedule ?? { kind: 'constant' };
  const set = (changed: Schedule) => editPlan({ move: { ...move, schedule: changed } });
  return (
    <div className={parts.fields}>
      <Choice
        label={words.schedule}
        value={schedule.kind}
        of={[
          ['constant', words.constant],
          ['step', words.step],
          ['cosine', words.cosine],
        ]}
        onChange={(kind: Schedule['kind']) => set(usualSchedules[kind](move.rate))}
      />
      {schedule.kind === 'step' && (
        <>
          <NumberField
            name={say(words.every)}
            label={say(words.every)}
            value={schedule.every}
            refuse={wholeFrom(1)}
            onChange={(every) => set({ ...schedule, every })}
          />
          <NumberField
            name={say(words.factor)}
            label={say(words.factor)}
            value={schedule.factor}
            refuse={between(0, 1)}
            onChange={(factor) => set({ ...schedule, factor })}
          />
        </>
      )}
      {schedule.kind === 'cosine' && (
        <>
          <NumberField
            name={say(words.over)}
            label={say(words.over)}
            value={schedule.over}
            refuse={wholeFrom(1)}
            onChange={(over) => set({ ...schedule, over })}
          />
          <NumberField
            name={say(words.least)}
            label={say(words.least)}
            value={schedule.least}
            refuse={between(0, move.rate)}
            placeholder={number(0)}
            onChange={(least) => set({ ...schedule, least })}
          />
        </>
      )}
    </div>
  );
}

function scheduleName(schedule: Schedule | undefined): Text {
  return words[schedule?.kind ?? 'constant'];
}
