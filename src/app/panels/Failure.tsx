import { Component, type ReactNode } from 'react';
import { sentence } from '../i18n/translation.ts';
import { useView } from '../store/view.ts';
import styles from './Failure.module.css';

/** Stands in for the page when our own code fails, so that nobody meets an empty window. */
export class Failure extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    const { language } = useView.getState();
    return (
      <main className={styles.failure}>
        <h1>{sentence(language, 'app.failedTitle')}</h1>
        <p>{sentence(language, 'app.failedText')}</p>
        <button type="button" className={styles.primary} onClick={() => location.reload()}>
          {sentence(language, 'app.reload')}
        </button>
      </main>
    );
  }
}
