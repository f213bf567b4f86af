import { type Graph, outputOf } from '../../graph/index.ts';
import { clamped, numbersIn, Objective, type Trained, targetDelta } from '../../training/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Fold } from '../fields/Fold.tsx';
import { Name } from '../fields/Name.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { boundOf } from './data.ts';
import { overRows } from './overRows.ts';
import parts from './parts.module.css';
import { obstacle, planOf } from './plan.ts';
import { lastGradientMove, lastTargetMove, type TargetMove } from './planning.ts';
import { planWords as words } from './planWords.ts';
import styles from './SideBySide.module.css';
import { difference } from './same.ts';
import { usualTarget } from './TargetEditor.tsx';
import { useJob } from './useJob.ts';

/** What gradient descent and target back-propagation would each do from here, on the same graph. */
export function SideBySide() {
  return (
    <Fold id="beside" title={words.sideBySide}>
      <Beside />
    </Fold>
  );
}

function Beside() {
  const say = useSay();
  const { number, briefly } = useNumbers();
  const graph = useDocument((state) => state.graph);
  const done = useJob(graph, compare);
  const both = done && difference(done.inputs, graph) !== 'graph' ? done.value : undefined;
  if (both === undefined) return null;
  const { rate, target, rows, after } = both;
  return (
    <>
      <div className={parts.scroll}>
        <table className={`${parts.table} ${styles.beside}`}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{say(words.parameter)}</span>
              </th>
              <th scope="col">{say(words.gradient)}</th>
              <th scope="col">
                {say(words.descent)}
                <small>{say(words.descentWith(number(rate)))}</small>
              </th>
              <th scope="col">
                {say(words.toTarget)}
                <small>{say(words.targetWith(number(target)))}</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, gradient, descent, toTarget }) => (
              <tr key={name}>
                <th scope="row">
                  Δ<Name of={name} />
                </th>
                <td className={styles.gradient}>{briefly(gradient)}</td>
                <td>{briefly(descent)}</td>
                <td>{briefly(toTarget)}</td>
              </tr>
            ))}
            <tr className={styles.after}>
              <th scope="row" colSpan={2}>
                {say(words.afterwards)}
              </th>
              <td>{briefly(after.descent)}</td>
              <td>{briefly(after.toTarget)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className={styles.formula}>
        <Tex of="\Delta\theta = -\eta\,g" />
        <Tex of="\Delta\theta = -\dfrac{e\,s}{g}" />
      </p>
      <p className={parts.about}>{say(words.letters)}</p>
      <p className={parts.about}>{say(words.whyDifferent)}</p>
    </>
  );
}

/** Parameters that are listed at most. */
const mostRows = 12;

function* compare(graph: Graph) {
  const output = outputOf(graph);
  if (output === undefined || obstacle(graph) !== undefined) return undefined;
  const { frozen, reduction = 'mean', move } = planOf(graph);
  const data = boundOf(graph)?.train;
  const objective = new Objective(graph, output, frozen, data);
  const numbers = numbersIn(graph, objective.trained);
  const gradients = new Float64Array(objective.size);
  const lossAt = (at: Float64Array) => overRows(objective, at, reduction, data);
  const loss = yield* overRows(objective, numbers, reduction, data, gradients);
  const rate = lastGradientMove(move)?.rate ?? 0.1;
  const aim = lastTargetMove(move) ?? (usualTarget(graph) as TargetMove);
  const shares = objective.trained.flatMap(({ id, size }) =>
    Array.from({ length: size }, () => (aim.shares[id] ?? 0) / size),
  );
  const clamps = objective.trained.flatMap(({ id, size }) =>
    Array.from({ length: size }, () => aim.clamps?.[id]),
  );
  const descent = gradients.map((g) => -rate * g);
  const toTarget = numbers.map((x, i) => {
    const delta = shares[i] === 0 ? 0 : targetDelta(loss - aim.target, shares[i], gradients[i]);
    const moved = clamped(x - delta, clamps[i]);
    return moved === x - delta ? -delta : moved - x;
  });
  const moved = (by: Float64Array) => numbers.map((x, i) => x + by[i]);
  return {
    rate,
    target: aim.target,
    rows: objective.trained
      .flatMap((each) => namesOf(each).map((name, i) => ({ name, at: each.from + i })))
      .slice(0, mostRows)
      .map(({ name, at }) => ({
        name,
        gradient: gradients[at],
        descent: descent[at],
        toTarget: toTarget[at],
      })),
    after: { descent: yield* lossAt(moved(descent)), toTarget: yield* lossAt(moved(toTarget)) },
  };
}

/** The names of the numbers of a parameter: its own, with places where it holds several. */
function namesOf({ id, size }: Trained): readonly string[] {
  return size === 1 ? [id] : Array.from({ length: size }, (_, i) => `${id}_${i + 1}`);
}
