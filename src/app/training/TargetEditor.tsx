import { type Clamp, type Graph, type Move, outputOf } from '../../graph/index.ts';
import { equalShares, trainedOf } from '../../training/index.ts';
import buttons from '../fields/buttons.module.css';
import { Choice } from '../fields/Choice.tsx';
import { Name } from '../fields/Name.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { useSay } from '../i18n/say.ts';
import { ParameterTable } from './ParameterTable.tsx';
import parts from './parts.module.css';
import { editPlan, type TargetMove, without } from './planning.ts';
import { planWords as words } from './planWords.ts';

/** Target back-propagation as it begins: to 0, with equal shares. */
export function usualTarget(graph: Graph): Move {
  const parameters = trainedOf(graph, outputOf(graph) ?? '').map(({ id }) => id);
  return { by: 'target', target: 0, shares: equalShares(parameters), factor: 'recomputed' };
}

interface Props {
  move: TargetMove;
  parameters: readonly string[];
}

/** What the output is to become, and what each parameter does for it. */
export function TargetEditor({ move, parameters }: Props) {
  const say = useSay();
  const set = (changes: Partial<TargetMove>) => editPlan({ move: { ...move, ...changes } });
  return (
    <>
      <p className={parts.about}>{say(words.targetAbout)}</p>
      <div className={parts.fields}>
        <NumberField
          name={say(words.target)}
          label={say(words.target)}
          value={move.target}
          onChange={(target) => set({ target })}
        />
        <Choice
          label={words.factors}
          value={move.factor}
          of={[
            ['recomputed', words.recomputed],
            ['kept', words.kept],
          ]}
          onChange={(factor) => set({ factor })}
        />
      </div>
      <ParameterTable columns={[words.parameter, words.share, words.clamp, words.clampTo]}>
        {parameters.map((id) => (
          <Parameter key={id} id={id} move={move} set={set} />
        ))}
      </ParameterTable>
      <button
        type="button"
        className={buttons.link}
        onClick={() => set({ shares: equalShares(parameters) })}
      >
        {say(words.equal)}
      </button>
    </>
  );
}

interface ParameterProps {
  id: string;
  move: TargetMove;
  set: (changes: Partial<TargetMove>) => void;
}

function Parameter({ id, move, set }: ParameterProps) {
  const say = useSay();
  const clamp = move.clamps?.[id];
  const setClamp = (changed: Clamp | undefined) =>
    set({ clamps: without({ ...move.clamps, [id]: changed }) });
  return (
    <tr>
      <th scope="row">
        <Name of={id} />
      </th>
      <td>
        <NumberField
          name={say(words.shareOf(id))}
          value={move.shares[id]}
          placeholder="0"
          onChange={(share) => set({ shares: { ...move.shares, [id]: share } })}
          onEmpty={() => set({ shares: without({ ...move.shares, [id]: undefined }) })}
        />
      </td>
      <td>
        <NumberField
          name={say(words.clampOf(id))}
          value={clamp?.below}
          placeholder="–"
          onChange={(below) => setClamp({ below, to: clamp?.to ?? below })}
          onEmpty={() => setClamp(undefined)}
        />
      </td>
      <td>
        {clamp && (
          <NumberField
            name={say(words.clampToOf(id))}
            value={clamp.to}
            onChange={(to) => setClamp({ ...clamp, to })}
          />
        )}
      </td>
    </tr>
  );
}
