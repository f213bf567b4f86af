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

/** The colours a choice of theme means right now. */
export function themeInForce(theme: Theme): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return system.matches ? 'dark' : 'light';
}
