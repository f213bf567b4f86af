import type { BackwardStep, ForwardStep, Step, Trace } from '../../engine/index.ts';
import { nameTex } from '../../formula/index.ts';
import { partialTex, working } from '../../formula/working.ts';
import { type Graph, outputOf } from '../../graph/index.ts';
import type { Tensor, Text } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Equation, Factor } from '../fields/Equation.tsx';
import { Prose } from '../fields/Prose.tsx';
import { Shown } from '../fields/Shown.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import styles from './StepPanel.module.css';
import { numbersNow } from './trace.ts';
import { wholeText, words } from './words.ts';

interface Props<Made extends Step> {
  graph: Graph;
  trace: Trace;
  step: Made;
}

/** The rule of a step with symbols, with its numbers put in, and what comes out. */
export function Working({ graph, trace, step }: Props<Step>) {
  return step.pass === 'forward' ? (
    <ForwardWorking graph={graph} trace={trace} step={step} />
  ) : (
    <BackwardWorking graph={graph} trace={trace} step={step} />
  );
}

function ForwardWorking({ graph, trace, step }: Props<ForwardStep>) {
  const { digits } = useNumbers();
  const found = working(graph, `value:${step.node}`, numbersNow(trace), digits);
  return (
    <div className={styles.card}>
      {found && <Tex of={aligned(found.rule, found.numbers)} display />}
      <Equation>
        <Factor label={words.value} tone="value">
          {found === undefined && <Tex of={`${nameTex(step.node)} =`} />} <Shown of={step.value} />
        </Factor>
      </Equation>
    </div>
  );
}

function BackwardWorking({ graph, trace, step }: Props<BackwardStep>) {
  const { digits, number: shown } = useNumbers();
  const numbers = numbersNow(trace);
  const chain = working(graph, `contribution:${step.edge}`, numbers, digits);
  const local = working(graph, `local:${step.edge}`, numbers, digits);
  const { upstream, contribution } = step;
  const arriving = partialTex(nameTex(outputOf(graph) ?? ''), nameTex(step.target));
  // The upstream gradient has the colour of its number below.
  const rule = chain?.rule.replace(arriving, `\\htmlClass{tex-gradient}{${arriving}}`) ?? '';
  const isLong = [upstream, step.local, contribution].some(
    (number) => typeof number === 'number' && shown(number).length > 6,
  );
  const isScalar = typeof upstream === 'number' && typeof step.local === 'number';
  return (
    <>
      <div className={styles.card}>
        {chain && <Tex of={isScalar ? rule : aligned(rule, chain.numbers)} display />}
        {isScalar ? (
          <Equation isLong={isLong}>
            <Factor label={words.upstream} tone="gradient">
              <Shown of={upstream} />
            </Factor>
            <span>×</span>
            <Factor label={words.local}>
              <Shown of={step.local} />
            </Factor>
            <span>=</span>
            <Factor label={words.contribution} tone="gradient">
              <Shown of={contribution} />
            </Factor>
          </Equation>
        ) : (
          <Equation>
            <Factor label={words.contribution} tone="gradient">
              <Shown of={contribution} />
            </Factor>
          </Equation>
        )}
        {local && isScalar && (
          <div className={styles.local}>
            <Tex of={lines(local.rule, local.numbers, local.result)} />
          </div>
        )}
      </div>
      <SumBar graph={graph} step={step} />
    </>
  );
}

/** Where paths meet: so far + this edge = now. Where only one edge leaves: that is the gradient. */
function SumBar({ graph, step }: { graph: Graph; step: BackwardStep }) {
  const say = useSay();
  const { digits } = useNumbers();
  const { before, contribution, after, turns, source } = step;
  if (turns === 1) {
    return (
      <p className={styles.bar}>
        <span>
          <Prose of={wholeText(graph, source, digits)} />
        </span>
        <b>
          <Shown of={after} />
        </b>
      </p>
    );
  }
  const parts: [Text, Tensor][] = [
    [words.soFar, before ?? 0],
    [words.thisEdge, contribution],
    [words.now, after],
  ];
  return (
    <p className={`${styles.bar} ${typeof after === 'object' ? styles.tall : ''}`}>
      {parts.map(([label, number]) => (
        <span key={label.en}>
          {say(label)}{' '}
          <b>
            <Shown of={number} />
          </b>
        </span>
      ))}
    </p>
  );
}

/** The rule, and below it, equal sign under equal sign, what stands there with numbers put in. */
function aligned(rule: string, ...further: readonly string[]): string {
  const [left, right] = halves(rule);
  const below = differing(right, further).map((part) => `\\\\ &= ${part}`);
  return `\\begin{aligned}${left} &= ${right} ${below.join(' ')}\\end{aligned}`;
}

/** All on one line if it is short, else a line for each equal sign. */
function lines(rule: string, ...further: readonly string[]): string {
  const parts = differing(halves(rule)[1], further);
  return parts.join('').length > longestLine
    ? aligned(rule, ...further)
    : [rule, ...parts].join(' = ');
}

/** Signs of TeX that fit behind a rule. */
const longestLine = 14;

/** The parts that do not just say again what came before them. */
function differing(first: string, parts: readonly string[]): readonly string[] {
  return parts.filter((part, i) => part !== (i === 0 ? first : parts[i - 1]));
}

/** The sides of an equation; its own equal sign comes before any other. */
function halves(rule: string): [string, string] {
  const sign = rule.indexOf('= ');
  return [rule.slice(0, sign), rule.slice(sign + 2)];
}
