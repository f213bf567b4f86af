import { Suspense, useEffect } from 'react';
import { useSay } from '../i18n/say.ts';
import { useCover } from '../store/cover.ts';
import { usePicture } from './kinds.ts';
import { closeLarge, LargePlot, openLarge } from './LargePlot.tsx';
import styles from './PlotsSection.module.css';
import parts from './parts.module.css';
import { words } from './words.ts';

/** Pictures of what training does. */
export default function PlotsSection() {
  const say = useSay();
  const { kinds, kind, Plot } = usePicture();
  const isLarge = useCover(({ Cover }) => Cover === LargePlot);
  useEffect(() => closeLarge, []);
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{say(words.heading)}</h3>
      {isLarge ? (
        <p className={parts.empty}>
          {say(words.isLarge)}{' '}
          <button type="button" className={styles.link} onClick={closeLarge}>
            {say(words.close)}
          </button>
        </p>
      ) : (
        <Suspense>
          {Plot && <Plot kinds={kinds} kind={kind} isLarge={false} onLarge={openLarge} />}
        </Suspense>
      )}
    </section>
  );
}
