import { type GraphNode, portExists } from '../../graph/index.ts';
import { arity, type Operation, portName } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { canConnect, connectPorts, cut } from '../canvas/connecting.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { useDocument } from '../store/document.ts';
import { useEdgeNumber } from '../store/evaluation.ts';
import styles from './Inspector.module.css';
import { Shown } from './Shown.tsx';

/** The operands of a node, each to be chosen from a list: connecting without a pointer. */
export function Operands({ node, op }: { node: GraphNode; op: Operation }) {
  const { t } = useTranslation();
  const inputs = node.inputs ?? [];
  const ports = Math.max(arity(op).least, inputs.length);
  const hasSpare = portExists(node, ports);
  return (
    <section>
      <h3 className={styles.heading}>{t('panel.operands')}</h3>
      <ul className={styles.operands}>
        {Array.from({ length: ports }, (_, port) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a port is its place
          <OperandRow key={port} node={node} op={op} port={port} />
        ))}
        {hasSpare && <OperandRow key="spare" node={node} op={op} port={ports} isSpare />}
      </ul>
    </section>
  );
}

interface RowProps {
  node: GraphNode;
  op: Operation;
  port: number;
  isSpare?: boolean;
}

function OperandRow({ node, op, port, isSpare = false }: RowProps) {
  const { t } = useTranslation();
  const say = useSay();
  const numbers = useNumbers();
  const nodes = useDocument((state) => state.graph.nodes);
  const source = node.inputs?.[port] ?? '';
  const name = say(portName(op, port));
  const local = useEdgeNumber(node.id, port, 'local');
  return (
    <li className={styles.operand}>
      <label>
        <span className={isSpare ? styles.spare : undefined}>
          {isSpare ? t('panel.oneMore') : name}
        </span>
        <select
          className={styles.select}
          value={source}
          aria-label={t('panel.operand', { port: port + 1, name })}
          onChange={({ target }) => {
            if (target.value === '') cut({ target: node.id, port });
            else connectPorts(target.value, { target: node.id, port });
          }}
        >
          <option value="">{t('panel.notConnected')}</option>
          {nodes
            .filter(({ id }) => id === source || canConnect(id, { target: node.id, port }))
            .map(({ id, op: kind, value }) => (
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
          {t('panel.local')} <Shown of={local} />
        </span>
      )}
    </li>
  );
}
