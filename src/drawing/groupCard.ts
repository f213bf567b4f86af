import { mathName } from '../formula/index.ts';
import type { Position } from '../graph/index.ts';
import type { Size } from './geometry.ts';
import type { ShownCard } from './shown.ts';

/** What the card of a collapsed group is laid out by. */
export const cardLayout = { title: 36, input: 22, output: 42, bottom: 10 };

/** The size of a card. It depends on its ports and their names, never on the numbers. */
export function sizeOfCard({ inputs, outputs }: ShownCard, title: string): Size {
  const left = Math.max(0, ...inputs.map(({ source }) => nameWidth(source ?? '')));
  const right = Math.max(0, ...outputs.map(({ node }) => nameWidth(node)));
  const rows = Math.max(inputs.length * cardLayout.input, outputs.length * cardLayout.output);
  return {
    width: Math.max(180, left + right + 130, 12 * Math.min(title.length, 20) + 60),
    height: cardLayout.title + rows + cardLayout.bottom,
  };
}

/** Where a value enters or leaves a card, relative to its top left corner; ports are counted on. */
export function cardPort({ inputs, outputs }: ShownCard, size: Size, port: string): Position {
  const isInput = !port.startsWith('out:');
  const ports = isInput ? inputs : outputs;
  const gap = isInput ? cardLayout.input : cardLayout.output;
  const room = size.height - cardLayout.title - cardLayout.bottom;
  const first = cardLayout.title + (room - ports.length * gap) / 2 + gap / 2;
  const at = ports.findIndex(({ id }) => id === port);
  return { x: isInput ? 0 : size.width, y: first + Math.max(0, at) * gap };
}

function nameWidth(name: string): number {
  const { stem, subscript } = mathName(name);
  return 8.5 * stem.length + 6.5 * subscript.length;
}
