import { notify } from '../store/view.ts';

const sentence = {
  en: 'A part of Chainrule could not be loaded. Check the connection, then reload the page.',
  'zh-CN': 'Chainrule 的一部分未能加载。请检查网络连接，然后重新加载页面。',
};

const failures = new WeakSet<object>();

/** Whether something went wrong because files of the page did not come, not by our own code. */
export function isLoadFailure(error: unknown): boolean {
  return typeof error === 'object' && error !== null && failures.has(error);
}

/** Says so, from now on, when a part of the page cannot be loaded; the rest of it goes on. */
export function startTellingFailures(): void {
  window.addEventListener('vite:preloadError', ({ payload }) => {
    failures.add(payload);
    notify(sentence, 'wrong', true);
  });
  window.addEventListener('unhandledrejection', (event) => {
    if (isLoadFailure(event.reason)) event.preventDefault();
  });
}
