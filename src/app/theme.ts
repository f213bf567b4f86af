import { useSyncExternalStore } from 'react';
import { type Theme, useView } from './store/view.ts';

const system = matchMedia('(prefers-color-scheme: dark)');

/** Keeps the page's colours in step with the chosen theme and with the system. */
export function startTheme(): void {
  const apply = () => {
    document.documentElement.dataset.theme = themeInForce(useView.getState().theme);
  };
  apply();
  useView.subscribe(apply);
  system.addEventListener('change', apply);
}

/** Follows the colours the page wears, whether chosen here or by the system. */
export function useThemeInForce(): 'light' | 'dark' {
  const theme = useView((view) => view.theme);
  return useSyncExternalStore(onSystemChange, () => themeInForce(theme));
}

function onSystemChange(callback: () => void): () => void {
  system.addEventListener('change', callback);
  return () => system.removeEventListener('change', callback);
}

/** The colours the page wears now. */
export function themeInForce(theme: Theme = useView.getState().theme): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return system.matches ? 'dark' : 'light';
}
