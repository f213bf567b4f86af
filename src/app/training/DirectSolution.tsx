import { type ReactNode, useMemo } from 'react';
import type { Graph } from '../../graph/index.ts';
import { numbersIn, type Trained } from '../../training/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Fold } from '../fields/Fold.tsx';
import { Name } from '../fields/Name.tsx';
import { Scrolling } from '../fields/Scrolling.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { type Direct, type Losses, lossesAt, problemOf, solve } from './direct.ts';
import parts from './parts.module.css';
import { useJob } from './useJob.ts';

/** The best parameters at once, by the normal equation, beside those that descent has come to. */
export default function DirectSolution() {
  const problem = useDocument(({ graph }) => problemOf(graph));
  const { number } = useNumbers();
  const done = useJob(problem, solve);
  if (problem === undefined) return null;
  const direct = done?.inputs === problem ? done.value : 'unknown';
  if (direct === undefined) return null;
  return (
    <Fold
      id="direct"
      title={words.title}
      summary={typeof direct === 'object' && number(direct.losses.train)}
    >
      <Explained problem={problem} direct={direct} />
    </Fold>
  );
}

interface ExplainedProps {
  problem: Graph;
  direct: Direct | 'ambiguous' | 'unknown';
}

function Explained({ problem, direct }: ExplainedProps) {
  const say = useSay();
  const isScaled = Object.keys(problem.dataset?.scale ?? {}).length > 0;
  if (direct === 'ambiguous') return <p className={parts.about}>{say(words.ambiguous)}</p>;
  return (
    <>
      <p className={parts.about}>{say(words.about)}</p>
      <Tex of="X^\top X\,w = X^\top y" display />
      {direct !== 'unknown' && <Beside problem={problem} direct={direct} />}
      {isScaled && <p className={parts.about}>{say(words.scaled)}</p>}
    </>
  );
}

/** What the descent has come to, to be compared with. */
interface Compared {
  readonly problem: Graph;
  readonly direct: Direct;
  readonly present: Float64Array;
}

function* compare({ problem, present }: Compared): Generator<void, Losses> {
  return yield* lossesAt(problem, present);
}

function Beside({ problem, direct }: { problem: Graph; direct: Direct }) {
  const say = useSay();
  const { nodes } = useDocument((state) => state.graph);
  const compared = useMemo(
    () => ({ problem, direct, present: numbersIn({ ...problem, nodes }, direct.trained) }),
    [problem, direct, nodes],
  );
  const done = useJob(compared, compare);
  if (done?.inputs.direct !== direct) return null;
  const { present } = done.inputs;
  const { trained, numbers, losses } = direct;
  return (
    <Scrolling as="section" className={parts.scroll} aria-label={say(words.title)}>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say(words.parameter)}</span>
            </th>
            <th scope="col">{say(words.descent)}</th>
            <th scope="col">{say(words.normal)}</th>
            <th scope="col">{say(words.difference)}</th>
          </tr>
        </thead>
        <tbody>
          {cellsOf(trained).map(({ id, at, element }) => (
            <Row
              key={at}
              name={<Name of={id} />}
              element={element}
              here={present[at]}
              best={numbers[at]}
            />
          ))}
          <Row name={say(words.loss)} here={done.value.train} best={losses.train} />
          {losses.test !== undefined && done.value.test !== undefined && (
            <Row name={say(words.test)} here={done.value.test} best={losses.test} />
          )}
        </tbody>
      </table>
    </Scrolling>
  );
}

/** Every trained number: where it stands, and which one of a parameter with several it is. */
function cellsOf(trained: readonly Trained[]) {
  return trained.flatMap(({ id, from, size, shape }) =>
    Array.from({ length: size }, (_, i) => ({
      id,
      at: from + i,
      element: shape.length === 0 ? undefined : i + 1,
    })),
  );
}

interface RowProps {
  name: ReactNode;
  element?: number | undefined;
  here: number;
  best: number;
}

function Row({ name, element, here, best }: RowProps) {
  const { number } = useNumbers();
  return (
    <tr>
      <th scope="row">
        {name}
        {element !== undefined && ` [${element}]`}
      </th>
      <td>{number(here)}</td>
      <td>{number(best)}</td>
      <td>{number(here - best)}</td>
    </tr>
  );
}

const words = {
  title: { en: 'Direct solution', 'zh-CN': '直接求解' },
  about: {
    en: 'Least squares of something linear in its parameters need no descent: the normal equation gives the best ones at once. Descent comes the closer the longer it runs.',
    'zh-CN':
      '对参数呈线性的最小二乘问题不必迭代：正规方程一步就给出最优参数。梯度下降运行得越久，就越接近它。',
  },
  ambiguous: {
    en: 'The loss is a least-squares problem, but the data leave open which parameters are best: there are too few different rows, or columns depend on each other.',
    'zh-CN': '这是最小二乘问题，但数据无法确定唯一的最优参数：不同的行太少，或各列线性相关。',
  },
  scaled: {
    en: 'Some columns are normalised: the parameters are those for the normalised numbers.',
    'zh-CN': '有的列做了归一化：这里的参数对应归一化之后的数。',
  },
  parameter: { en: 'Parameter', 'zh-CN': '参数' },
  descent: { en: 'Descent', 'zh-CN': '梯度下降' },
  normal: { en: 'Normal equation', 'zh-CN': '正规方程' },
  difference: { en: 'Difference', 'zh-CN': '差' },
  loss: { en: 'Loss', 'zh-CN': '损失' },
  test: { en: 'Test loss', 'zh-CN': '测试损失' },
} as const;
