import { X } from 'lucide-react';
import { useEffect } from 'react';
import { save } from '../files/save.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import styles from './Notices.module.css';

/** Long enough to read a sentence of two lines twice. */
const shownFor = 7000;

/** The sentence of the moment, read out by screen readers; it goes by itself, when closed, or with what it told of. */
export function Notices() {
  const { t } = useTranslation();
  const say = useSay();
  const notice = useView((view) => view.notice);
  useEffect(() => {
    if (notice === null || notice.offersSave) return;
    const timer = notice.isWaiting ? undefined : setTimeout(dismiss, shownFor);
    // The edit it tells of has been made by now. What goes on, such as training, is no new one.
    const leave = useDocument.subscribe((now, before) => {
      const goesOn = now.gesture !== null && now.gesture === before.gesture;
      if (now.graph !== before.graph && !goesOn && !notice.lasts) dismiss();
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [notice]);
  return (
    <div className={styles.notices} role="status" aria-live="polite">
      {notice && (
        <div
          key={notice.number}
          className={`${styles.notice} ${notice.tone === 'wrong' ? styles.wrong : ''}`}
        >
          <span>{say(notice.text)}</span>
          {notice.offersSave && (
            <button
              type="button"
              className={styles.offer}
              onClick={() => {
                dismiss();
                void save();
              }}
            >
              {t('app.save')}
            </button>
          )}
          <button type="button" aria-label={t('app.close')} onClick={dismiss}>
            <X size={14} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}

function dismiss(): void {
  useView.setState({ notice: null });
}
