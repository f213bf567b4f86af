import { useMemo } from 'react';
import { downstreamOf, type GraphNode, portExists } from '../../graph/index.ts';
import { arity, type Operation, portName } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { connectPorts, cut } from '../canvas/connecting.ts';
import details from '../fields/details.module.css';
import { Each } from '../fields/Each.tsx';
import field from '../fields/field.module.css';
import { Shown } from '../fields/Shown.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { useEdgeNumber } from '../store/evaluation.ts';
import { words } from './detailsWords.ts';
import styles from './Operands.module.css';

/** The operands of a node, each to be chosen from a list: connecting without a pointer. */
export function Operands({ node, op }: { node: GraphNode; op: Operation }) {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  // Whatever is computed from a node cannot be its operand.
  const sources = useMemo(() => {
    const later = downstreamOf(graph, node.id);
    return graph.nodes.filter(({ id }) => !later.has(id));
  }, [graph, node.id]);
  const inputs = node.inputs ?? [];
  const ports = Math.max(arity(op).least, inputs.length);
  const hasSpare = portExists(node, ports);
  return (
    <section>
      <h3 className={details.heading}>{say(words.operands)}</h3>
      <ul className={styles.operands}>
        <Each of={Array.from({ length: ports })}>
          {(_, port) => <OperandRow node={node} op={op} port={port} sources={sources} />}
        </Each>
        {hasSpare && (
          <OperandRow key="spare" node={node} op={op} port={ports} sources={sources} isSpare />
        )}
      </ul>
    </section>
  );
}

interface RowProps {
  node: GraphNode;
  op: Operation;
  port: number;
  /** The nodes that can be connected. */
  sources: readonly GraphNode[];
  isSpare?: boolean;
}

function OperandRow({ node, op, port, sources, isSpare = false }: RowProps) {
  const say = useSay();
  const numbers = useNumbers();
  const source = node.inputs?.[port] ?? '';
  const name = say(portName(op, port));
  const local = useEdgeNumber(node.id, port, 'local');
  return (
    <li>
      <label className={details.row}>
        <span className={isSpare ? styles.spare : undefined}>
          {isSpare ? say(words.oneMore) : name}
        </span>
        <select
          className={field.box}
          value={source}
          aria-label={say(words.operand(port + 1, name))}
          onChange={({ target }) => {
            if (target.value === '') cut({ target: node.id, port });
            else connectPorts(target.value, { target: node.id, port });
          }}
        >
          <option value="">{say(words.notConnected)}</option>
          {sources.map(({ id, op: kind, value }) => (
            <option key={id} value={id}>
              {kind === 'constant' && typeof value === 'number'
                ? `${id} = ${numbers.number(value)}`
                : id}
            </option>
          ))}
        </select>
      </label>
      {source !== '' && local !== undefined && (
        <span className={styles.local}>
          {say(words.local)} <Shown of={local} />
        </span>
      )}
    </li>
  );
}
