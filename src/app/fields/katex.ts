import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Sets a formula into an element; bad TeX in a label is shown as it was typed. */
export function renderTex(tex: string, element: HTMLElement, displayMode: boolean): void {
  katex.render(tex, element, { displayMode, throwOnError: false, trust: false });
}
