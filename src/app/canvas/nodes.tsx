import type { NodeProps, NodeTypes } from '@xyflow/react';
import { memo } from 'react';
import { setOp } from '../../graph/index.ts';
import { type Op, ops } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { currentGraph, edit } from '../store/document.ts';
import { useMarks, useSight } from '../store/lens.ts';
import type { OpNode } from './adapter.ts';
import { useIsStop } from './focus.ts';
import { itemTypes } from './groups/itemTypes.tsx';
import { NameField } from './NameField.tsx';
import { Gradient, LeafValue, Value } from './Numbers.tsx';
import styles from './nodes.module.css';
import { OutputMark } from './OutputMark.tsx';
import { Ports } from './Ports.tsx';
import { Problems } from './Problems.tsx';
import { ShapeMark } from './ShapeMark.tsx';

/** A constant: a small quiet pill around its number. */
const Pill = memo(({ id, data }: NodeProps<OpNode>) => {
  const isAsked = useSight(`gradient:${id}`, undefined).as === 'slot';
  return (
    <div className={styles.pill} data-marks={useMarks(id)}>
      <LeafValue id={id} />
      <span className={isAsked ? styles.below : 'visually-hidden'}>
        <Gradient id={id} />
      </span>
      <Ports node={data.node} />
      <ShapeMark id={id} />
      <Problems id={id} />
    </div>
  );
});

/** An input or parameter: its name and a value to edit. */
const Field = memo(({ id, data }: NodeProps<OpNode>) => {
  const { node, isOutput } = data;
  return (
    <div
      className={`${styles.field} ${node.op === 'parameter' ? styles.parameter : ''}`}
      data-marks={useMarks(id)}
    >
      {isOutput && <OutputMark id={id} isOutput />}
      <div className={styles.equation}>
        <NameField id={id} label={node.label} />
        <span className={styles.equals}>=</span>
        <LeafValue id={id} />
      </div>
      <div className={styles.line}>
        <Gradient id={id} />
      </div>
      <Ports node={node} />
      <ShapeMark id={id} />
      <Problems id={id} />
    </div>
  );
});

/** An operation: its sign in a column of its own, then name, value and gradient. */
const Card = memo(({ id, data }: NodeProps<OpNode>) => {
  const { node, isOutput } = data;
  const op = ops.get(node.op);
  return (
    <div className={`${styles.card} ${isOutput ? styles.isOutput : ''}`} data-marks={useMarks(id)}>
      <OutputMark id={id} isOutput={isOutput} />
      {op && <Sign id={id} op={op} />}
      <div className={styles.body}>
        <div className={styles.line}>
          <NameField id={id} label={node.label} />
          <Value id={id} />
        </div>
        <div className={styles.line}>
          <Gradient id={id} />
        </div>
      </div>
      <Ports node={node} />
      <ShapeMark id={id} />
      <Problems id={id} />
    </div>
  );
});

/** The sign of an operation; that of a loss opens the list of losses, to switch in place. */
function Sign({ id, op }: { id: string; op: Op }) {
  const say = useSay();
  const { t } = useTranslation();
  const isStop = useIsStop(id);
  const length = op.symbol.length > 3 ? styles.longSign : '';
  if (op.category !== 'losses') {
    return (
      <div className={`${styles.sign} ${length}`} title={say(op.name)}>
        {op.symbol}
      </div>
    );
  }
  return (
    <div className={`${styles.sign} ${styles.switchable} ${length}`} title={t('node.switchLoss')}>
      <span aria-hidden="true">{op.symbol}</span>
      <select
        className="nodrag nokey"
        tabIndex={isStop ? 0 : -1}
        aria-label={t('node.loss')}
        value={op.id}
        onChange={(event) => edit(setOp(currentGraph(), id, event.target.value))}
      >
        {losses.map((loss) => (
          <option key={loss.id} value={loss.id}>
            {say(loss.name)}
          </option>
        ))}
      </select>
    </div>
  );
}

const losses = [...ops.values()].filter((op) => op.category === 'losses');

/** Components by node form. */
export const nodeTypes: NodeTypes = { pill: Pill, field: Field, card: Card, ...itemTypes };
