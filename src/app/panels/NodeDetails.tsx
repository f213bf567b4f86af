import { Crosshair, Trash2 } from 'lucide-react';
import { type KeyboardEvent, lazy, Suspense, useState } from 'react';
import {
  edgesOf,
  type GraphNode,
  outputOf,
  problemText,
  setOp,
  setOption,
  shapeText,
} from '../../graph/index.ts';
import { arity, type Op, type OptionRule, ops } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { commitName } from '../canvas/NameField.tsx';
import { useNodeShape } from '../canvas/shape.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { markOutput } from '../commands/edit/markOutput.ts';
import { removeSelected } from '../commands/edit/removeSelected.ts';
import buttons from '../fields/buttons.module.css';
import details from '../fields/details.module.css';
import field from '../fields/field.module.css';
import { Name } from '../fields/Name.tsx';
import { Shown } from '../fields/Shown.tsx';
import { ValueField } from '../fields/ValueField.tsx';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import {
  useEdgeNumber,
  useEvaluation,
  useNodeGradient,
  useNodeValue,
} from '../store/evaluation.ts';
import { words } from './detailsWords.ts';
import styles from './NodeDetails.module.css';
import { Operands } from './Operands.tsx';

const Expression = lazy(() => import('./Expression.tsx'));
const NudgeSection = lazy(() => import('../nudge/NudgeSection.tsx'));

/** One node: its name, numbers, operands, and where its gradient comes from. */
export default function NodeDetails({ node }: { node: GraphNode }) {
  const say = useSay();
  const op = ops.get(node.op);
  if (op === undefined) return null;
  return (
    <>
      <p className={details.kicker}>{say(op.name)}</p>
      <NameInput id={node.id} />
      {op.kind === 'operation' && (
        <Suspense>
          <Expression node={node} />
        </Suspense>
      )}
      <Numbers node={node} isLeaf={op.kind === 'leaf'} />
      <NodeProblems id={node.id} />
      {op.kind === 'operation' && op.note && <p className={styles.note}>{say(op.note)}</p>}
      {op.kind === 'operation' && <Operands node={node} op={op} />}
      <Settings node={node} op={op} />
      <Contributions id={node.id} />
      <Suspense>
        <NudgeSection id={node.id} />
      </Suspense>
      <div className={details.actions}>
        <CommandButton
          command={markOutput}
          label={say(words.makeOutput)}
          className={buttons.secondary}
        >
          <Crosshair size={15} aria-hidden="true" />
        </CommandButton>
        <CommandButton
          command={removeSelected}
          label={say(words.deleteNode)}
          className={buttons.secondary}
        >
          <Trash2 size={15} aria-hidden="true" />
        </CommandButton>
      </div>
    </>
  );
}

function NameInput({ id }: { id: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed.trim() !== id) commitName(id, typed.trim());
    setTyped(null);
  };
  return (
    <input
      className={`${details.titleField} ${styles.name}`}
      aria-label={t('node.name')}
      value={typed ?? id}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}

function Numbers({ node, isLeaf }: { node: GraphNode; isLeaf: boolean }) {
  const say = useSay();
  const value = useNodeValue(node.id);
  const gradient = useNodeGradient(node.id);
  const shape = useNodeShape(node.id);
  return (
    <dl
      className={`${details.numbers} ${details.editable} ${typeof value === 'object' ? details.stacked : ''}`}
    >
      <div>
        <dt>{say(words.value)}</dt>
        <dd className={details.value}>
          {isLeaf ? <ValueField key={node.id} id={node.id} value={value} /> : <Shown of={value} />}
        </dd>
      </div>
      <div>
        <dt>{say(words.gradient)}</dt>
        <dd className={details.gradient}>
          <Shown of={gradient} />
        </dd>
      </div>
      {shape && shape.length > 0 && (
        <div>
          <dt>{say(words.shape)}</dt>
          <dd>{say(shapeText(shape))}</dd>
        </div>
      )}
    </dl>
  );
}

function NodeProblems({ id }: { id: string }) {
  const say = useSay();
  const { number } = useNumbers();
  const problems = useEvaluation(({ problemsOf }) => problemsOf.get(id));
  return problems?.map((problem) => {
    const text = say(problemText(problem, number));
    return (
      <p key={text} className={styles.problem}>
        {text}
      </p>
    );
  });
}

/** The op itself, for one with as many operands, and its options. */
function Settings({ node, op }: { node: GraphNode; op: Op }) {
  const say = useSay();
  const alternatives = [...ops.values()].filter((other) => isAlternative(op, other));
  const rules: [string, OptionRule][] = op.kind === 'leaf' ? [] : Object.entries(op.options);
  return (
    <section>
      <label className={details.row}>
        <span>{op.kind === 'leaf' ? say(words.kind) : say(words.operation)}</span>
        <select
          className={field.box}
          value={op.id}
          onChange={(event) => edit(setOp(currentGraph(), node.id, event.target.value))}
        >
          {alternatives.map((other) => (
            <option key={other.id} value={other.id}>
              {say(other.name)}
            </option>
          ))}
        </select>
      </label>
      {rules.map(([key, rule]) => (
        <label key={key} className={details.row}>
          <span>{say(rule.name)}</span>
          <input
            type="number"
            className={field.box}
            min={rule.least}
            max={rule.most}
            step="any"
            value={node.options?.[key] ?? rule.default}
            onChange={({ target }) => {
              const value = target.valueAsNumber;
              if (value >= rule.least && value <= rule.most) {
                edit(setOption(currentGraph(), node.id, key, value), `option:${node.id}:${key}`);
              }
            }}
          />
        </label>
      ))}
    </section>
  );
}

function isAlternative(op: Op, other: Op): boolean {
  if (op.kind !== other.kind) return false;
  return op.kind === 'leaf' || arity(op).most === arity(other).most;
}

/** The edges that leave a node, and that their contributions add up to its gradient. */
function Contributions({ id }: { id: string }) {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const gradient = useNodeGradient(id);
  const edges = edgesOf(graph).filter((edge) => edge.source === id);
  const isOutput = outputOf(graph) === id;
  const hasOutput = outputOf(graph) !== undefined;
  if (gradient === undefined) {
    return <p className={details.hint}>{say(hasOutput ? words.outputOpen : words.noOutput)}</p>;
  }
  if (isOutput) return <p className={details.hint}>{say(words.isOutput)}</p>;
  if (edges.length === 0) return <p className={details.hint}>{say(words.dependsNot)}</p>;
  return (
    <section>
      <h3 className={details.heading}>{say(words.usedBy)}</h3>
      <ul className={styles.terms}>
        {edges.map((edge) => (
          <Contribution key={edge.id} target={edge.target} port={edge.port} />
        ))}
      </ul>
      {edges.length > 1 && (
        <p className={styles.sum}>
          {say(words.sumOfPaths(id))} <Shown of={gradient} before="= " />
        </p>
      )}
    </section>
  );
}

function Contribution({ target, port }: { target: string; port: number }) {
  const upstream = useNodeGradient(target);
  const local = useEdgeNumber(target, port, 'local');
  const gradient = useEdgeNumber(target, port, 'gradient');
  return (
    <li className={styles.term}>
      <span>
        → <Name of={target} />
      </span>
      <span className={styles.product}>
        {typeof upstream === 'number' && typeof local === 'number' && (
          <>
            <Shown of={upstream} /> × <Shown of={local} /> ={' '}
          </>
        )}
        <b>
          <Shown of={gradient} />
        </b>
      </span>
    </li>
  );
}
