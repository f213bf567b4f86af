import { ArrowRight, PencilLine, Play, RotateCcw } from 'lucide-react';
import { type Step, stepCount, type Trace } from '../../engine/index.ts';
import { momentText } from '../../formula/explain.ts';
import { type Graph, outputOf, problemText } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { playOrPause, stepOn, toStart } from '../commands/run/stepping.ts';
import buttons from '../fields/buttons.module.css';
import { Prose } from '../fields/Prose.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { useEvaluation } from '../store/evaluation.ts';
import { select, setMode, useView } from '../store/view.ts';
import { goOn } from './goOn.ts';
import { Paths } from './Paths.tsx';
import styles from './StepPanel.module.css';
import { lastStep, numbersNow, useTrace } from './trace.ts';
import { Working } from './Working.tsx';
import { placeText, questionText, storyTexts, words } from './words.ts';

/** Explains the step that was made last: what it asks, which rule it follows, what comes out. */
export default function StepPanel() {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const trace = useTrace((state) => state.trace);
  const steps = useView((view) => view.step);
  const step = lastStep(trace, steps);
  return (
    <div className={styles.panel}>
      <h2 className="visually-hidden">{say(words.heading)}</h2>
      {stepCount(trace) === 0 && <Nothing />}
      {stepCount(trace) > 0 && step === undefined && <Start />}
      {step && <StepDetails graph={graph} trace={trace} steps={steps} step={step} />}
      {trace.backward === 0 && trace.forward > 0 && <NoBackward graph={graph} trace={trace} />}
      {steps === stepCount(trace) && trace.backward > 0 && <Done />}
    </div>
  );
}

interface DetailsProps {
  graph: Graph;
  trace: Trace;
  steps: number;
  step: Step;
}

function StepDetails({ graph, trace, steps, step }: DetailsProps) {
  const say = useSay();
  const { digits } = useNumbers();
  const output = outputOf(graph) ?? '';
  const moment =
    step.pass === 'backward' ? momentText(graph, step, numbersNow(trace), digits) : undefined;
  return (
    <>
      <div>
        <p className={`${styles.kicker} ${step.pass === 'backward' ? styles.gradient : ''}`}>
          {say(placeText(trace, steps))}
        </p>
        <h3 className={styles.title}>
          <Prose of={questionText(graph, step, output, digits)} />
        </h3>
      </div>
      <p className={styles.story}>
        {storyTexts(graph, step, output, digits).map((text) => (
          <span key={text.en}>
            <Prose of={text} />{' '}
          </span>
        ))}
      </p>
      {moment && (
        <p className={styles.moment}>
          <Prose of={moment} />
        </p>
      )}
      <Working graph={graph} trace={trace} step={step} />
      {step.pass === 'backward' && <Paths graph={graph} trace={trace} step={step} steps={steps} />}
    </>
  );
}

/** Before the first step: what there is to see, and the two ways to begin. */
function Start() {
  const say = useSay();
  return (
    <>
      <h3 className={styles.title}>{say(words.startTitle)}</h3>
      <p className={styles.story}>
        <b className={styles.value}>{say(words.forwardLead)}</b> {say(words.startForward)}
      </p>
      <p className={styles.story}>
        <b className={styles.gradient}>{say(words.backwardLead)}</b> {say(words.startBackward)}
      </p>
      <div className={styles.actions}>
        <button type="button" className={buttons.primary} onClick={() => goOn(playOrPause)}>
          <Play size={15} aria-hidden="true" />
          {say(words.play)}
        </button>
        <button type="button" className={buttons.secondary} onClick={() => goOn(stepOn)}>
          {say(words.firstStep)}
          <ArrowRight size={15} aria-hidden="true" />
        </button>
      </div>
      <p className={styles.hint}>{say(words.keys)}</p>
    </>
  );
}

function Done() {
  const say = useSay();
  return (
    <div className={styles.done}>
      <p>{say(words.done)}</p>
      <div className={styles.actions}>
        <button type="button" className={buttons.secondary} onClick={() => goOn(toStart)}>
          <RotateCcw size={15} aria-hidden="true" />
          {say(words.again)}
        </button>
        <button type="button" className={buttons.secondary} onClick={() => setMode('practise')}>
          <PencilLine size={15} aria-hidden="true" />
          {say(words.practise)}
        </button>
      </div>
    </div>
  );
}

/** Nothing can be computed: what is missing. */
function Nothing() {
  const say = useSay();
  return (
    <>
      <h3 className={styles.title}>{say(words.emptyTitle)}</h3>
      <p className={styles.story}>{say(words.emptyText)}</p>
      <Problems />
    </>
  );
}

function NoBackward({ graph, trace }: { graph: Graph; trace: Trace }) {
  const chosen = outputOf(graph);
  const why: Text =
    chosen === undefined
      ? words.noOutput
      : trace.program.output === undefined
        ? words.openOutput
        : words.leafOutput;
  return (
    <>
      <p className={styles.moment}>
        <Prose of={why} />
      </p>
      <Problems />
    </>
  );
}

/** Sentences for more problems than this help nobody. */
const mostProblems = 5;

function Problems() {
  const say = useSay();
  const { number } = useNumbers();
  const problems = useEvaluation((evaluation) => evaluation.problems).filter(
    (problem) => 'node' in problem,
  );
  if (problems.length === 0) return null;
  return (
    <section>
      <h4 className={styles.heading}>{say(words.problems)}</h4>
      <ul className={styles.problems}>
        {problems.slice(0, mostProblems).map((problem) => {
          const text = problemText(problem, number);
          return (
            <li key={`${problem.node} ${text.en}`}>
              <button type="button" onClick={() => select([problem.node])}>
                <Prose of={{ en: `\`${problem.node}\``, 'zh-CN': `\`${problem.node}\`` }} />
              </button>
              <span>{say(text)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
