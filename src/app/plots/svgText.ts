import { mathName, shortText } from '../../formula/index.ts';

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

/** The face of numbers and labels. */
export const textFont =
  '"Inter Variable", Inter, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", system-ui, sans-serif';

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

/** A line of text as wide as there is room for; what had to be left out stands in its title. */
export function svgLine(
  text: string,
  room: number,
  attributes: Readonly<Record<string, string | number>>,
): SVGTextElement {
  const fitted = fitting(text, room, Number(attributes['font-size'] ?? 12), widthOf);
  const made = svgText(fitted, attributes);
  if (isCut(made.textContent, text)) {
    const title = svgElement('title');
    title.textContent = plain(text);
    made.append(title);
  }
  return made;
}

/** Whether something of a text is not shown. */
function isCut(shown: string, text: string): boolean {
  return shown.split('…').length > text.split('…').length;
}

/**
 * As much of a text as has room on a line: of what is longest in it, between its names or in them,
 * the middle is left out.
 */
export function fitting(
  text: string,
  room: number,
  size: number,
  widthOf: (text: string, size: number) => number,
): string {
  let [shown, width] = [text, widthOf(text, size)];
  let most = Math.max(...text.split('`').map((part) => 2 * part.length));
  while (width > room && most > least) {
    most = Math.max(least, Math.min(most - 1, Math.ceil((most * room) / width)));
    shown = text
      .split('`')
      .map((part) => shortText(part, most))
      .join('`');
    width = widthOf(shown, size);
  }
  return shown;
}

/** Letters that are left of whatever is cut. */
const least = 3;

let pen: CanvasRenderingContext2D | null | undefined;

/** How wide a line of text comes out, in pixels. */
export function widthOf(text: string, size: number): number {
  pen ??= document.createElement('canvas').getContext('2d');
  const wide = (part: string, scale: number, font: string) => {
    if (part === '' || !pen) return part.length * size * scale * 0.6;
    pen.font = `${font.startsWith('"Chain') ? 'italic 400' : '550'} ${size * scale}px ${font}`;
    return pen.measureText(part).width;
  };
  return text.split('`').reduce((sum, part, i) => {
    if (i % 2 === 0) return sum + wide(part, 1, textFont);
    const { stem, subscript } = mathName(part.replace(/^∂/, ''));
    const sign = part.startsWith('∂') ? '∂' : '';
    return sum + wide(sign + stem, 1.16, mathFont) + wide(subscript, 0.8, textFont);
  }, 0);
}

/** How far a subscript hangs down, in pixels. */
const subDrop = 3;

/** A text without the marks of names: for files, and names of elements. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}
