import { Handle, type NodeProps, Position as Side, useUpdateNodeInternals } from '@xyflow/react';
import { ChevronRight } from 'lucide-react';
import { memo, useLayoutEffect } from 'react';
import { cardPort, type InPort, type OutPort } from '../../../drawing/index.ts';
import { edgeId } from '../../../graph/index.ts';
import { DoubleClick } from '../../fields/DoubleClick.tsx';
import { Name } from '../../fields/Name.tsx';
import { useSay } from '../../i18n/say.ts';
import { type Lens, useLens } from '../../store/lens.ts';
import type { GroupNode } from '../adapter.ts';
import { useIsStop } from '../focus.ts';
import { Gradient, Value } from '../Numbers.tsx';
import portStyles from '../Ports.module.css';
import { GroupTitle } from './GroupTitle.tsx';
import styles from './groups.module.css';
import { toggleGroup } from './toggle.ts';
import { groupWords } from './words.ts';

/** A collapsed group: what enters it on the left, what leaves it, with its numbers, on the right. */
const GroupCard = memo(({ id, data, width = 0, height = 0 }: NodeProps<GroupNode>) => {
  const say = useSay();
  const isStop = useIsStop(id);
  const { card } = data;
  const { group, members, inputs, outputs } = card;
  const size = { width, height };
  const ports = [...inputs, ...outputs].map((port) => port.id).join();
  const update = useUpdateNodeInternals();
  // React Flow looks for ports when a node comes; this code may come after the node.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other ports are another picture
  useLayoutEffect(() => update(id), [update, id, ports, height]);
  const marks = useLens(({ lens }) => (lens ? marksWithin(lens, data) : undefined));
  const current = useLens(({ lens }) =>
    members.find((id) => lens?.marksOf(id).includes('current')),
  );
  return (
    <DoubleClick
      as="div"
      className={styles.card}
      data-marks={marks}
      onDouble={() => toggleGroup(group.id)}
    >
      <div className={styles.cardTitle}>
        <button
          type="button"
          tabIndex={isStop ? 0 : -1}
          className={`${styles.chevron} nodrag`}
          aria-expanded="false"
          aria-label={say(groupWords.open)}
          title={say(groupWords.open)}
          onClick={() => toggleGroup(group.id)}
        >
          <ChevronRight size={15} aria-hidden="true" />
        </button>
        <GroupTitle group={group} />
        {current === undefined ? (
          <span className={styles.count} title={say(groupWords.nodes)}>
            {members.length}
          </span>
        ) : (
          <span className={styles.current}>
            <Name of={current} />
          </span>
        )}
      </div>
      {inputs.map((port) => (
        <Entry key={port.id} port={port} top={cardPort(card, size, port.id).y} />
      ))}
      {outputs.map((port) => (
        <Exit key={port.id} port={port} top={cardPort(card, size, port.id).y} />
      ))}
    </DoubleClick>
  );
});

/** What within a card stands out makes the card stand out: nothing that is talked about is hidden. */
function marksWithin(lens: Lens, { card }: GroupNode['data']): string | undefined {
  const marks = new Set(card.members.flatMap((id) => lens.marksOf(id)));
  return [...marks].join(' ') || undefined;
}

function Entry({ port, top }: { port: InPort; top: number }) {
  const say = useSay();
  const { id, source, target } = port;
  return (
    <>
      <Handle
        id={id}
        type="target"
        position={Side.Left}
        className={`${portStyles.port} ${source === null ? portStyles.open : ''}`}
        style={{ top }}
        title={
          source === null
            ? `${target}: ${say(groupWords.openPort)}`
            : edgeId(source, target, port.port)
        }
      />
      <span className={styles.entry} style={{ top }}>
        {source === null ? '?' : <Name of={source} />}
      </span>
    </>
  );
}

function Exit({ port, top }: { port: OutPort; top: number }) {
  const { id, node } = port;
  return (
    <>
      <div className={styles.exit} style={{ top }}>
        <div className={styles.line}>
          <Name of={node} />
          <Value id={node} />
        </div>
        <div className={styles.line}>
          <Gradient id={node} />
        </div>
      </div>
      <Handle
        id={id}
        type="source"
        position={Side.Right}
        className={portStyles.port}
        style={{ top }}
        title={node}
      />
    </>
  );
}

export default GroupCard;
