import type { Schedule } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { completeSettings, updateRules } from '../../training/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Choice } from '../fields/Choice.tsx';
import { Fold } from '../fields/Fold.tsx';
import { between, NumberField, wholeFrom } from '../fields/NumberField.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import parts from './parts.module.css';
import { planOf } from './plan.ts';
import { editPlan, type GradientMove } from './planning.ts';
import { planWords as words } from './planWords.ts';

/** The rule that moves the parameters in full: its formulas, its constants and the rate over time. */
export function RuleFold() {
  const say = useSay();
  const move = useDocument(({ graph }) => planOf(graph).move);
  if (move.by !== 'gradient') return null;
  const rule = updateRules.get(move.rule);
  return (
    <Fold id="schedule" title={words.details} summary={say(scheduleName(move.schedule))}>
      {rule && (
        <div className={parts.formulas}>
          {rule.tex.map((tex) => (
            <Tex key={tex} of={tex} display />
          ))}
          <p className={parts.about}>{say(rule.about)}</p>
        </div>
      )}
      <Constants move={move} />
      <ScheduleEditor move={move} />
    </Fold>
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
