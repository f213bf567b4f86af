import { Trash2 } from 'lucide-react';
import { nameTex } from '../../formula/index.ts';
import { type Edge, findNode, outputOf } from '../../graph/index.ts';
import { atom, completeOptions, ops } from '../../ops/index.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { removeSelected } from '../commands/edit/removeSelected.ts';
import buttons from '../fields/buttons.module.css';
import details from '../fields/details.module.css';
import { Equation, Factor } from '../fields/Equation.tsx';
import { Name } from '../fields/Name.tsx';
import { Shown } from '../fields/Shown.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { useEdgeNumber, useNodeGradient, useNodeValue } from '../store/evaluation.ts';
import { words } from './detailsWords.ts';
import styles from './EdgeDetails.module.css';

/** One edge: its value, and upstream gradient × local derivative = contribution. */
export default function EdgeDetails({ edge }: { edge: Edge }) {
  const say = useSay();
  const { source, target, port } = edge;
  const value = useNodeValue(source);
  const local = useEdgeNumber(target, port, 'local');
  const contribution = useEdgeNumber(target, port, 'gradient');
  const upstream = useNodeGradient(target);
  // Matrices do not fit into one line: they stand below each other.
  const isScalar = [value, upstream, contribution].every((number) => typeof number !== 'object');
  const output = useDocument((state) => outputOf(state.graph));
  const rule = useDocument((state) => {
    const node = findNode(state.graph, target);
    const op = ops.get(node?.op ?? '');
    if (node === undefined || op?.kind !== 'operation') return '';
    const operands = (node.inputs ?? []).map((id) => atom(id === null ? '\\square' : nameTex(id)));
    const options = completeOptions(op, node.options);
    return op.derivativeTex(port, operands, atom(nameTex(target)), options).tex;
  });
  const partial = (of: string, by: string) => `\\frac{\\partial ${of}}{\\partial ${by}}`;
  const [x, y] = [nameTex(source), nameTex(target)];
  const z = output === undefined ? '' : nameTex(output);
  return (
    <>
      <p className={details.kicker}>{say(words.edge)}</p>
      <h3 className={details.title}>
        <Name of={source} /> → <Name of={target} />
      </h3>
      <p className={details.lead}>{say(words.edgeLead)}</p>
      {output !== undefined && (
        <div className={styles.formula}>
          <Tex
            of={`${partial(z, x)} \\mathrel{+}= ${partial(z, y)} \\cdot ${partial(y, x)}`}
            display
          />
          {isScalar && (
            <Equation>
              <Factor label={words.upstream} tone="gradient">
                <Shown of={upstream} />
              </Factor>
              <span>×</span>
              <Factor label={words.local}>
                <Shown of={local} />
              </Factor>
              <span>=</span>
              <Factor label={words.contribution} tone="gradient">
                <Shown of={contribution} />
              </Factor>
            </Equation>
          )}
        </div>
      )}
      <dl className={`${details.numbers} ${details.editable} ${isScalar ? '' : details.stacked}`}>
        <div>
          <dt>{say(words.value)}</dt>
          <dd className={details.value}>
            <Shown of={value} />
          </dd>
        </div>
        {!isScalar && (
          <>
            <div>
              <dt>{say(words.upstream)}</dt>
              <dd className={details.gradient}>
                <Shown of={upstream} />
              </dd>
            </div>
            <div>
              <dt>{say(words.contribution)}</dt>
              <dd className={details.gradient}>
                <Shown of={contribution} />
              </dd>
            </div>
          </>
        )}
        <div>
          <dt>{say(words.local)}</dt>
          <dd>
            <Tex of={`${partial(y, x)} = ${rule}`} />
            {local === undefined && <p className={details.hint}>{say(words.jacobian)}</p>}
          </dd>
        </div>
      </dl>
      <div className={details.actions}>
        <CommandButton
          command={removeSelected}
          label={say(words.deleteEdge)}
          className={buttons.secondary}
        >
          <Trash2 size={15} aria-hidden="true" />
        </CommandButton>
      </div>
    </>
  );
}
