import { ChevronRight, ListChecks } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type Difference, type Nudge, nudge, worstNudge } from '../../engine/nudge.ts';
import { prepareProbes } from '../../engine/probe.ts';
import { type Shape, sizeOf, type Text } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { useNodeShape } from '../canvas/shape.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { gradientCheck } from '../commands/run/gradientCheck.ts';
import buttons from '../fields/buttons.module.css';
import details from '../fields/details.module.css';
import field from '../fields/field.module.css';
import { Name } from '../fields/Name.tsx';
import opening from '../fields/opening.module.css';
import { Prose } from '../fields/Prose.tsx';
import { useSay } from '../i18n/say.ts';
import { useEvaluation } from '../store/evaluation.ts';
import { EpsilonField } from './EpsilonField.tsx';
import { openNudge, useNudge } from './epsilon.ts';
import styles from './NudgeSection.module.css';
import { placeOf, subscriptOf } from './place.ts';
import { ofSum, why, words } from './words.ts';

/** What moving a node by ε does to the output, beside its gradient, and why the two differ. */
export default function NudgeSection({ id }: { id: string }) {
  const say = useSay();
  const isOpen = useNudge((state) => state.isOpen);
  return (
    <details
      className={`${opening.opening} ${styles.section}`}
      open={isOpen}
      onToggle={({ currentTarget }) => openNudge(currentTarget.open)}
    >
      <summary>
        <ChevronRight size={14} aria-hidden="true" />
        <h3>{say(words.nudge)}</h3>
      </summary>
      {isOpen && <Nudged key={id} id={id} />}
    </details>
  );
}

function Nudged({ id }: { id: string }) {
  const say = useSay();
  const numbers = useNumbers();
  const evaluation = useEvaluation();
  const epsilon = useNudge((state) => state.epsilon);
  const shape = useNodeShape(id) ?? [];
  const [chosen, setChosen] = useState(0);
  const element = Math.min(chosen, sizeOf(shape) - 1);
  const probes = useMemo(() => prepareProbes(evaluation.program), [evaluation]);
  const nudged = useMemo(() => nudge(probes, id, element, epsilon), [probes, id, element, epsilon]);
  const { output, outputSize } = probes.program;
  if (nudged === undefined || output === undefined) {
    return <p className={details.hint}>{say(words.noNudge)}</p>;
  }
  return (
    <div className={styles.nudged}>
      <EpsilonField />
      {shape.length > 0 && (
        <ElementChoice
          shape={shape}
          element={element}
          onChoose={setChosen}
          onWorst={() => setChosen(worstNudge(probes, id, epsilon, 256)?.element ?? 0)}
        />
      )}
      <Slopes nudged={nudged} output={output} />
      <p className={styles.why} aria-live="polite">
        <Prose
          of={why(nudged, `\`${id}\`${subscriptOf(element, shape)}`, output, numbers.number)}
        />
      </p>
      {outputSize > 1 && (
        <p className={details.hint}>
          <Prose of={ofSum(output)} />
        </p>
      )}
      <div className={details.actions}>
        <CommandButton command={gradientCheck} label={say(words.all)} className={buttons.secondary}>
          <ListChecks size={15} aria-hidden="true" />
        </CommandButton>
      </div>
    </div>
  );
}

interface ChoiceProps {
  shape: Shape;
  element: number;
  onChoose: (element: number) => void;
  onWorst: () => void;
}

/** Which element of a tensor is moved: its row and column, or the one that is farthest off. */
function ElementChoice({ shape, element, onChoose, onWorst }: ChoiceProps) {
  const say = useSay();
  const place = placeOf(element, shape);
  return (
    <div className={styles.element}>
      {shape.map((length, axis) => {
        const stride = axis === shape.length - 1 ? 1 : shape[shape.length - 1];
        const label = shape.length === 1 ? words.element : axis === 0 ? words.row : words.column;
        return (
          <label key={label.en}>
            <span>{say(label)}</span>
            <input
              type="number"
              className={field.box}
              min={1}
              max={length}
              value={place[axis]}
              onChange={({ target }) => {
                const next = target.valueAsNumber;
                if (next >= 1 && next <= length && Number.isInteger(next)) {
                  onChoose(element + (next - place[axis]) * stride);
                }
              }}
            />
          </label>
        );
      })}
      <button type="button" className={buttons.secondary} onClick={onWorst}>
        {say(words.worst)}
      </button>
    </div>
  );
}

/** The table: what the output is after each nudge, how far it moved, and the slope of that. */
function Slopes({ nudged, output }: { nudged: Nudge; output: string }) {
  const say = useSay();
  const { number } = useNumbers();
  const { node, right, left, central, gradient } = nudged;
  return (
    <table className={styles.slopes}>
      <caption className="visually-hidden">
        {say(words.nudge)} {node}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Name of={node} />
          </th>
          <th scope="col">
            <Name of={output} />
          </th>
          <th scope="col">
            Δ<Name of={output} />
          </th>
          <th scope="col">
            Δ<Name of={output} />
            /Δ
            <Name of={node} />
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say(words.now)}</th>
          <td>{number(nudged.output)}</td>
          <td />
          <td />
        </tr>
        <SlopeRow name={words.right} sign="+ε" of={right} after={nudged.output + right.change} />
        <SlopeRow name={words.left} sign="−ε" of={left} after={nudged.output + left.change} />
        <SlopeRow name={words.central} sign="±ε" of={central} />
        <tr className={styles.gradientRow}>
          <th scope="row">{say(words.gradient)}</th>
          <td />
          <td />
          <td data-role="nudge-gradient">{number(gradient)}</td>
        </tr>
      </tbody>
    </table>
  );
}

interface RowProps {
  name: Text;
  sign: string;
  of: Difference;
  /** The output after the nudge. */
  after?: number;
}

function SlopeRow({ name, sign, of, after }: RowProps) {
  const say = useSay();
  const { number } = useNumbers();
  return (
    <tr data-nudge={name.en}>
      <th scope="row">
        {sign} <small>{say(name)}</small>
      </th>
      <td>{after !== undefined && number(after)}</td>
      <td>{number(of.change)}</td>
      <td>{number(of.slope)}</td>
    </tr>
  );
}
