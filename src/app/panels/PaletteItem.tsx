import { createPortal } from 'react-dom';
import type { Op } from '../../ops/index.ts';
import { addAt } from '../canvas/adding.ts';
import { useDragOut } from '../canvas/dragOut.ts';
import { currentTools } from '../canvas/later.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { notify } from '../store/view.ts';
import styles from './Palette.module.css';

interface Props {
  op: Op;
  form: 'tile' | 'row';
  /** Shown in place of the op's own name. */
  name?: string;
}

/** One operation of the palette: drag it to a place, or click, tap or press Enter to add it. */
export function PaletteItem({ op, form, name }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const shown = name ?? say(op.name);
  const { ghost, handlers } = useDragOut(
    (place) => {
      if (addAt(op.id, place) === undefined) return;
      notify({ en: `Added ${op.name.en}.`, 'zh-CN': `已添加“${op.name['zh-CN']}”。` });
    },
    (place) => currentTools()?.offerOp(op, place),
  );
  const symbol = form === 'tile' && op.category === 'losses' ? 'ℒ' : op.symbol;
  return (
    <>
      <button
        type="button"
        className={`${styles[form]} ${styles[op.id] ?? ''}`}
        data-op={op.id}
        aria-label={t('palette.add', { name: shown })}
        {...handlers}
      >
        <span
          className={op.kind === 'leaf' && op.id !== 'constant' ? styles.letter : styles.symbol}
        >
          {symbol}
        </span>
        <span className={styles.label}>{shown}</span>
      </button>
      {ghost &&
        createPortal(
          <div className={styles.ghost} style={{ left: ghost.x, top: ghost.y }}>
            <span className={styles.symbol}>{symbol}</span> {shown}
          </div>,
          document.body,
        )}
    </>
  );
}
