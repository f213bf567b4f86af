import katex from 'katex';
import 'katex/dist/katex.min.css';

/**
 * Sets a formula into an element; bad TeX in a label is shown as it was typed. Of what KaTeX does
 * only when trusted it may give parts a class, for style sheets to colour.
 */
export function renderTex(tex: string, element: HTMLElement, displayMode: boolean): void {
  katex.render(tex, element, {
    displayMode,
    throwOnError: false,
    trust: ({ command }) => command === '\\htmlClass',
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'warn'),
  });
}
