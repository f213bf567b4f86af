import { cardPort, type DrawnBox, type DrawnCard } from '../../drawing/index.ts';
import { shortText } from '../../formula/index.ts';
import type { Book } from './book.ts';
import { figure, nameSpans, portAt } from './figures.ts';
import { element, xmlText } from './svg.ts';

/** As much of a title as there is room for. */
function titleFor(title: string, room: number): string {
  return shortText(title, Math.floor(room / 7.5));
}

/** The card of a closed group, with what enters and leaves it. */
export function cardDrawing(at: DrawnCard, book: Book): string {
  const { hasNumbers } = book;
  const { digits } = book.options;
  const { group, inputs, outputs, members } = at.card;
  const { width, height } = at;
  const entries = inputs.map(({ id, source }) => {
    const { x, y } = cardPort(at.card, at, id);
    const name = source === null ? '?' : nameSpans(source);
    return element('text', { x: x + 13, y: y + 4.5, class: 'muted' }, name) + portAt(x, y);
  });
  const exits = outputs.map(({ id, node: of }) => {
    const { x, y } = cardPort(at.card, at, id);
    return [
      element('text', { x: width - 100, y: y - 5, 'text-anchor': 'end' }, nameSpans(of)),
      hasNumbers ? figure('value', book.value(of), width - 13, y - 5, digits) : '',
      hasNumbers ? figure('gradient', book.gradient(of), width - 13, y + 14, digits) : '',
      portAt(x, y),
    ].join('');
  });
  return element(
    'g',
    { class: 'node', 'data-id': at.id, transform: `translate(${at.x} ${at.y})` },
    element('rect', { x: 3, y: 3, width, height, rx: 10 }),
    element('rect', { width, height, rx: 10 }),
    element('path', { d: `M0,32 H${width}`, class: 'rule' }),
    element(
      'text',
      { x: 14, y: 21, class: 'title' },
      xmlText(titleFor(book.titleOf(group.id), width - 50)),
    ),
    element(
      'text',
      { x: width - 12, y: 21, 'text-anchor': 'end', class: 'muted' },
      String(members.length),
    ),
    ...entries,
    ...exits,
  );
}

/** An open group: ground with a title. */
export function boxDrawing(at: DrawnBox, book: Book): string {
  return element(
    'g',
    { 'data-id': at.id, transform: `translate(${at.x} ${at.y})` },
    element('rect', { width: at.width, height: at.height, rx: 12, class: 'box' }),
    element(
      'text',
      { x: 14, y: 24, class: 'title muted' },
      xmlText(titleFor(book.titleOf(at.box.group.id), at.width - 28)),
    ),
  );
}
