import { useTranslation } from 'react-i18next';
import { setOutput } from '../../graph/index.ts';
import { currentGraph, edit } from '../store/document.ts';
import styles from './nodes.module.css';

/** The badge of the output; on any other operation a button, shown on hover, that makes it the output. */
export function OutputMark({ id, isOutput }: { id: string; isOutput: boolean }) {
  const { t } = useTranslation();
  if (isOutput) return <span className={styles.output}>{t('node.output')}</span>;
  return (
    <button
      type="button"
      className={`${styles.output} ${styles.markOutput} nodrag nokey`}
      onClick={(event) => {
        event.stopPropagation();
        edit(setOutput(currentGraph(), id));
      }}
    >
      {t('node.markOutput')}
    </button>
  );
}
