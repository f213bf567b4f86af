import type { NodeProps } from '@xyflow/react';
import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { useSay } from '../../i18n/say.ts';
import { useView } from '../../store/view.ts';
import type { BoxNode } from '../adapter.ts';
import { useIsStop } from '../focus.ts';
import { useDropping } from './dropping.ts';
import { GroupTitle } from './GroupTitle.tsx';
import styles from './groups.module.css';
import { toggleGroup } from './toggle.ts';
import { groupWords } from './words.ts';

/** An open group: a quiet box behind its nodes, held by its title or its border. */
const Box = memo(({ id, data }: NodeProps<BoxNode>) => {
  const say = useSay();
  const isStop = useIsStop(id);
  const { group, depth } = data.box;
  const isTarget = useDropping(({ box }) => box === group.id);
  // Practice asks about what is inside, so there nothing can be closed.
  const canCollapse = useView(({ mode }) => mode !== 'practise');
  return (
    <div className={styles.box} data-depth={depth} data-target={isTarget || undefined}>
      {(['above', 'below', 'left', 'right'] as const).map((side) => (
        <div key={side} className={`${styles.border} ${styles[side]} box-handle`} />
      ))}
      <div className={`${styles.strip} box-handle`}>
        {canCollapse && (
          <button
            type="button"
            tabIndex={isStop ? 0 : -1}
            className={`${styles.chevron} nodrag`}
            aria-expanded="true"
            aria-label={say(groupWords.collapse)}
            title={say(groupWords.collapse)}
            onClick={() => toggleGroup(group.id)}
          >
            <ChevronDown size={15} aria-hidden="true" />
          </button>
        )}
        <GroupTitle group={group} />
        {isTarget && <span className={styles.into}>{say(groupWords.into)}</span>}
      </div>
    </div>
  );
});

export default Box;
