import { Handle, Position as Side } from '@xyflow/react';
import { inputAnchor, outputAnchor, portCount, sizeOfNode } from '../../drawing/index.ts';
import type { GraphNode } from '../../graph/index.ts';
import { arity, ops, portName } from '../../ops/index.ts';
import { Each } from '../fields/Each.tsx';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import styles from './Ports.module.css';
import { useNodeShape } from './shape.ts';

/** The ports of a node: operands on the left, its value on the right. */
export function Ports({ node }: { node: GraphNode }) {
  const { t } = useTranslation();
  const say = useSay();
  const size = sizeOfNode(node, useNodeShape(node.id));
  const op = ops.get(node.op);
  const inputs = node.inputs ?? [];
  const fixed = op ? Math.max(arity(op).least, inputs.length) : 0;
  const places = Array.from({ length: portCount(node) }, (_, port) =>
    inputAnchor(node, size, port),
  );
  // A finger gets as much room as there is up to the next port.
  const room = places.length > 1 ? Math.min(44, places[1].y - places[0].y) : 44;
  return (
    <>
      <Each of={places}>
        {(place, port) => {
          const isSpare = port >= fixed;
          const name = op?.kind === 'operation' ? say(portName(op, port)) : '';
          const state = isSpare ? styles.spare : inputs[port] == null ? styles.open : '';
          return (
            <Handle
              id={String(port)}
              type="target"
              position={Side.Left}
              className={`${styles.port} ${state}`}
              style={{ top: place.y, ['--room' as string]: `${room}px` }}
              title={isSpare ? t('node.sparePort') : `${port + 1} · ${name}`}
            />
          );
        }}
      </Each>
      <Handle
        id="out"
        type="source"
        position={Side.Right}
        className={styles.port}
        style={{ top: outputAnchor(size).y }}
        title={t('node.outPort')}
      />
    </>
  );
}
