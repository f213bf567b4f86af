import type { ReactNode } from 'react';
import { numbersIn, type Trained } from '../../training/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Fold } from '../fields/Fold.tsx';
import { Name } from '../fields/Name.tsx';
import { Scrolling } from '../fields/Scrolling.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { type Direct, directOf } from './direct.ts';
import parts from './parts.module.css';

/** The best parameters at once, by the normal equation, beside those that descent has come to. */
export default function DirectSolution() {
  const direct = useDocument(({ graph }) => directOf(graph));
  const { number } = useNumbers();
  if (direct === undefined) return null;
  const { numbers, loss } = direct;
  return (
    <Fold id="direct" title={words.title} summary={numbers && number(loss(numbers))}>
      <Beside direct={direct} />
    </Fold>
  );
}

function Beside({ direct: { trained, numbers, loss, testLoss } }: { direct: Direct }) {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  if (numbers === undefined) return <p className={parts.about}>{say(words.ambiguous)}</p>;
  const present = numbersIn(graph, trained);
  const isScaled = Object.keys(graph.dataset?.scale ?? {}).length > 0;
  return (
    <>
      <p className={parts.about}>{say(words.about)}</p>
      <Tex of="X^\top X\,w = X^\top y" display />
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
            <Row name={say(words.loss)} here={loss(present)} best={loss(numbers)} />
            {testLoss && (
              <Row name={say(words.test)} here={testLoss(present)} best={testLoss(numbers)} />
            )}
          </tbody>
        </table>
      </Scrolling>
      {isScaled && <p className={parts.about}>{say(words.scaled)}</p>}
    </>
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
