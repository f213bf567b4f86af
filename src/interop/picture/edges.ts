import { curvePath, type DrawnEdge, type LineStyle } from '../../drawing/index.ts';
import type { Book, EdgeFigure } from './book.ts';
import { edgeStyle } from './style.ts';
import { element, xmlText } from './svg.ts';

/** Lines of the numbers of an edge, below their place. */
const lineOf = { value: -5, gradient: 15, local: 34 };

/** The line of an edge. */
export function lineDrawing({ id, curve }: DrawnEdge, style: LineStyle | undefined): string {
  return element('path', {
    d: curvePath(rounded(curve), style),
    class: 'line',
    'data-line': id,
  });
}

/** The numbers of an edge: value above it, gradient below, and below that the local derivative. */
export function edgeNumbersDrawing({ id, target, port, place }: DrawnEdge, book: Book): string {
  const figures = book.figuresOf(target, port);
  // The local derivative takes the first line that is free.
  const hasGradient = figures.some(({ role }) => role === 'gradient');
  const line = ({ role }: EdgeFigure) =>
    role === 'local' && !hasGradient ? lineOf.gradient : lineOf[role];
  return element(
    'g',
    {
      class: 'on',
      'data-edge': id,
      transform: `translate(${shortened(place.x)} ${shortened(place.y)})`,
    },
    ...figures.map((figure) => {
      const { role, text } = figure;
      const sign = role === 'local' ? element('tspan', { class: 'nabla' }, '∂ ') : '';
      const number = element('tspan', { 'data-role': role }, xmlText(text));
      const style = edgeStyle(role === 'local' ? `∂ ${text}` : text);
      return element('text', { class: role, y: line(figure), style }, sign, number);
    }),
  );
}

function rounded([a, b, c, d]: DrawnEdge['curve']): DrawnEdge['curve'] {
  const round = ({ x, y }: { x: number; y: number }) => ({ x: shortened(x), y: shortened(y) });
  return [round(a), round(b), round(c), round(d)];
}

function shortened(value: number): number {
  return Math.round(value * 100) / 100;
}
