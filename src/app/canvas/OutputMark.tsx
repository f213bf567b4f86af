import { setOutput } from '../../graph/index.ts';
import { useTranslation } from '../i18n/translation.ts';
import { currentGraph, edit } from '../store/document.ts';
import { useLens } from '../store/lens.ts';
import { useView } from '../store/view.ts';
import { useIsStop } from './focus.ts';
import styles from './OutputMark.module.css';

/**
 * The badge of the output; on any other operation a button that makes it the output, shown on hover
 * and where it is selected alone. Seen through a lens there is no button: a slip would end what the
 * lens is there for.
 */
export function OutputMark({ id, isOutput }: { id: string; isOutput: boolean }) {
  const { t } = useTranslation();
  const isOneOfMany = useView(({ selectedNodes }) => selectedNodes.size > 1);
  const isStop = useIsStop(id);
  const isThroughLens = useLens(({ lens }) => lens !== null);
  if (isOutput) return <span className={styles.output}>{t('node.output')}</span>;
  if (isThroughLens) return null;
  return (
    <button
      type="button"
      tabIndex={isStop ? 0 : -1}
      className={`${styles.output} ${styles.markOutput} ${isOneOfMany ? '' : styles.alone} nodrag nokey`}
      aria-label={`${t('node.markOutput')}: ${id}`}
      onClick={(event) => {
        event.stopPropagation();
        edit(setOutput(currentGraph(), id));
      }}
    >
      {t('node.markOutput')}
    </button>
  );
}
