import { mathName } from '../../formula/index.ts';

const space = 'http://www.w3.org/2000/svg';

/** A new SVG element. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** The face of names, letters only; see tokens.css. */
const mathFont = '"Chainrule Math", "KaTeX_Math", "Inter Variable", sans-serif';

/** A line of text in which names between backticks are set as mathematics. */
export function svgText(
  text: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGTextElement {
  const made = svgElement('text', { 'text-anchor': 'start', ...attributes });
  let sunk = false;
  const add = (part: string, more: Readonly<Record<string, string | number>> = {}, dy = 0) => {
    if (part === '') return;
    const shift = dy - (sunk ? subDrop : 0);
    const span = svgElement('tspan', shift === 0 ? more : { ...more, dy: shift });
    span.textContent = part;
    sunk = dy !== 0;
    made.append(span);
  };
  text.split('`').forEach((part, i) => {
    if (i % 2 === 0) {
      add(part);
      return;
    }
    const { stem, subscript } = mathName(part.replace(/^∂/, ''));
    const sign = part.startsWith('∂') ? '∂' : '';
    add(sign + stem, { 'font-family': mathFont, 'font-style': 'italic', 'font-size': '1.16em' });
    add(subscript, { 'font-size': '0.8em' }, subDrop);
  });
  return made;
}

/** How far a subscript hangs down, in pixels. */
const subDrop = 3;

/** A text without the marks of names: for files, and names of elements. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}
