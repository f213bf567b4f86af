import { useMemo, useState } from 'react';
import { nameTex } from '../../formula/index.ts';
import { outputOf } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { updateWorking } from '../../training/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Choice } from '../fields/Choice.tsx';
import { Fold } from '../fields/Fold.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { boundOf, trainRows } from './data.ts';
import parts from './parts.module.css';
import { obstacle, planOf } from './plan.ts';
import { fewRows, lookAhead } from './rows.ts';
import { currentPoint, currentRun, useTraining } from './store.ts';
import styles from './WorkingFold.module.css';

/** The next update of one parameter: the formulas of the rule with its numbers put in. */
export function WorkingFold() {
  return (
    <Fold id="working" title={words.title}>
      <Working />
    </Fold>
  );
}

/** Parameters that can be chosen at most. */
const mostParameters = 200;

function Working() {
  const say = useSay();
  const { number } = useNumbers();
  const graph = useDocument((state) => state.graph);
  const run = useTraining(currentRun);
  const point = useTraining(currentPoint);
  const [chosen, choose] = useState('');
  const now = useMemo(() => {
    if (run && point) return { trained: run.trained, ...point };
    const output = outputOf(graph);
    if (output === undefined || obstacle(graph) !== undefined) return undefined;
    return trainRows(graph) > fewRows ? undefined : lookAhead(graph, output, boundOf(graph));
  }, [graph, run, point]);
  const trained = now?.trained.find(({ id }) => id === chosen) ?? now?.trained[0];
  if (now === undefined || trained === undefined) {
    return <p className={parts.about}>{say(words.none)}</p>;
  }
  const factors = run?.history[0]?.gradients;
  const lines = updateWorking(
    run?.plan ?? planOf(graph),
    trained,
    now,
    trained.size === 1 ? nameTex(trained.id) : `${nameTex(trained.id)}[1]`,
    (value) => asTex(number(value)),
    factors && { factors },
  );
  return (
    <>
      {now.trained.length > 1 && (
        <Choice
          label={words.parameter}
          value={trained.id}
          of={now.trained.slice(0, mostParameters).map(({ id }) => [id, { en: id, 'zh-CN': id }])}
          onChange={choose}
        />
      )}
      <p className={parts.about}>{say(words.update(now.count + 1))}</p>
      <div className={`${parts.formulas} ${styles.working}`} data-role="working">
        {lines.map((tex) => (
          <Tex key={tex} of={broken(tex)} display />
        ))}
      </div>
    </>
  );
}

/** A number as it is written on the page, in TeX. */
function asTex(text: string): string {
  const [mantissa, exponent] = text.split('e');
  return exponent === undefined ? text : `${mantissa}\\cdot 10^{${Number(exponent)}}`;
}

/** A working with its result on a line of its own, where it would not fit into one. */
function broken(tex: string): string {
  const end = tex.lastIndexOf(' = ');
  const sign = tex.includes('\\leftarrow') ? '\\leftarrow' : '=';
  const at = tex.indexOf(sign);
  if (end <= at) return tex;
  const [left, right] = [tex.slice(0, at), tex.slice(at, end)];
  return `\\begin{aligned}${left}&${right}\\\\&${tex.slice(end)}\\end{aligned}`;
}

const words = {
  title: { en: 'The next update in numbers', 'zh-CN': '下一次更新的计算' },
  parameter: { en: 'Parameter', 'zh-CN': '参数' },
  update: (count: number): Text => ({
    en: `Update number ${count}, from what is on the canvas.`,
    'zh-CN': `第 ${count} 次更新，从画布上的数值出发。`,
  }),
  none: {
    en: 'There is nothing to compute yet. Make an update first.',
    'zh-CN': '还没有可计算的内容，请先更新一次。',
  },
} as const;
