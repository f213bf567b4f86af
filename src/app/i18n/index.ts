import { useView } from '../store/view.ts';

/** Tells the browser the language of the page, now and whenever another one is chosen. */
export function startLanguage(): void {
  document.documentElement.lang = useView.getState().language;
  useView.subscribe(({ language }, before) => {
    if (language !== before.language) document.documentElement.lang = language;
  });
}
