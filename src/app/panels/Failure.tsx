import i18next from 'i18next';
import { Component, type ReactNode } from 'react';
import styles from './panels.module.css';

/** Stands in for the page when our own code fails, so that nobody meets an empty window. */
export class Failure extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className={styles.failure}>
        <h1>{i18next.t('app.failedTitle')}</h1>
        <p>{i18next.t('app.failedText')}</p>
        <button type="button" className={styles.primary} onClick={() => location.reload()}>
          {i18next.t('app.reload')}
        </button>
      </main>
    );
  }
}
