import { Dices, Shuffle } from 'lucide-react';
import { type GraphNode, outputOf, type Start, upstreamOf } from '../../graph/index.ts';
import buttons from '../fields/buttons.module.css';
import { Choice } from '../fields/Choice.tsx';
import { Fold } from '../fields/Fold.tsx';
import { Name } from '../fields/Name.tsx';
import { aboveZero, between, NumberField } from '../fields/NumberField.tsx';
import { Shown } from '../fields/Shown.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { drawStart, keepAsStart } from './actions.ts';
import styles from './ParametersFold.module.css';
import { ParameterTable } from './ParameterTable.tsx';
import parts from './parts.module.css';
import { planOf } from './plan.ts';
import { editPlan } from './planning.ts';
import { planWords as words } from './planWords.ts';

/** Parameters that are listed at most. */
const mostRows = 60;

/** Which parameters move, from which values they start, and how new ones are drawn. */
export function ParametersFold() {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const { frozen = [], start } = planOf(graph);
  const output = outputOf(graph);
  const needed = output === undefined ? undefined : upstreamOf(graph, output);
  const parameters = graph.nodes.filter(({ id, op }) => op === 'parameter' && needed?.has(id));
  if (parameters.length === 0) return null;
  const count = parameters.filter(({ id }) => frozen.includes(id)).length;
  return (
    <Fold id="parameters" title={words.parameters} summary={say(words.frozen(count))}>
      <div className={parts.scroll}>
        <ParameterTable columns={[words.parameter, words.startValue, words.value, words.moves]}>
          {parameters.slice(0, mostRows).map((node) => (
            <Row key={node.id} node={node} start={start?.[node.id]} frozen={frozen} />
          ))}
        </ParameterTable>
      </div>
      <RandomStart />
      <button type="button" className={buttons.link} onClick={keepAsStart}>
        {say(words.keepStart)}
      </button>
    </Fold>
  );
}

interface RowProps {
  node: GraphNode;
  start: GraphNode['value'];
  frozen: readonly string[];
}

function Row({ node: { id, value }, start, frozen }: RowProps) {
  const say = useSay();
  const isFrozen = frozen.includes(id);
  const toggle = () => {
    const changed = isFrozen ? frozen.filter((other) => other !== id) : [...frozen, id];
    editPlan({ frozen: changed.length > 0 ? changed : undefined });
  };
  return (
    <tr>
      <th scope="row">
        <Name of={id} />
      </th>
      <td>
        <Shown of={start ?? value} />
      </td>
      <td className={styles.value}>
        <Shown of={value} />
      </td>
      <td>
        <label className={styles.tick}>
          <input
            type="checkbox"
            aria-label={say(words.letsMove(id))}
            checked={!isFrozen}
            onChange={toggle}
          />
        </label>
      </td>
    </tr>
  );
}

const usualStarts: { readonly [Kind in Start['kind']]: Start } = {
  uniform: { kind: 'uniform', from: -1, to: 1 },
  normal: { kind: 'normal', mean: 0, deviation: 1 },
  xavier: { kind: 'xavier' },
  he: { kind: 'he' },
};

/** How random values are drawn to start from. */
const usualStart: Start = usualStarts.uniform;

function RandomStart() {
  const say = useSay();
  const plan = useDocument(({ graph }) => planOf(graph));
  const random = plan.random ?? usualStart;
  const seed = plan.seed ?? 0;
  const set = (changed: Start) => editPlan({ random: changed });
  return (
    <>
      <div className={parts.fields}>
        <Choice
          label={words.random}
          value={random.kind}
          of={[
            ['uniform', words.uniform],
            ['normal', words.normal],
            ['xavier', words.xavier],
            ['he', words.he],
          ]}
          onChange={(kind: Start['kind']) => set(usualStarts[kind])}
        />
        {random.kind === 'uniform' && (
          <>
            <NumberField
              name={say(words.from)}
              label={say(words.from)}
              value={random.from}
              onChange={(from) => set({ ...random, from })}
            />
            <NumberField
              name={say(words.to)}
              label={say(words.to)}
              value={random.to}
              onChange={(to) => set({ ...random, to })}
            />
          </>
        )}
        {random.kind === 'normal' && (
          <>
            <NumberField
              name={say(words.mean)}
              label={say(words.mean)}
              value={random.mean}
              onChange={(mean) => set({ ...random, mean })}
            />
            <NumberField
              name={say(words.deviation)}
              label={say(words.deviation)}
              value={random.deviation}
              refuse={aboveZero}
              onChange={(deviation) => set({ ...random, deviation })}
            />
          </>
        )}
        <NumberField
          name={say(words.seed)}
          label={say(words.seed)}
          value={seed}
          refuse={between(0, 2 ** 32 - 1)}
          onChange={(changed) => editPlan({ seed: Math.round(changed) })}
        />
      </div>
      <div className={parts.actions}>
        <button type="button" className={buttons.secondary} onClick={() => drawStart(seed)}>
          <Dices size={15} aria-hidden="true" />
          {say(words.draw)}
        </button>
        <button type="button" className={buttons.secondary} onClick={() => drawStart(seed + 1)}>
          <Shuffle size={15} aria-hidden="true" />
          {say(words.newSeed)}
        </button>
      </div>
    </>
  );
}
