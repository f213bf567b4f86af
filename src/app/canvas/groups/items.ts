import {
  type Box,
  boundsOfBoxes,
  cardPort,
  groupFlowId,
  noteFlowId,
  type Shown,
  type Size,
  sizeOfCard,
  unionOf,
} from '../../../drawing/index.ts';
import { type Localized, localize, type Note, type Position } from '../../../graph/index.ts';
import type { Language } from '../../../ops/index.ts';
import {
  type BoxNode,
  boxOf,
  type CanvasNode,
  type GroupNode,
  inHandle,
  type NoteNode,
  type OpNode,
  outHandle,
} from '../adapter.ts';
import { sizeOfNote } from '../notes/sizes.ts';

/** Boxes, cards and notes. */
export type Item = BoxNode | GroupNode | NoteNode;

/** What the picture of boxes, cards and notes depends on besides the graph. */
export interface ItemSight {
  readonly selectedGroups: ReadonlySet<string>;
  readonly selectedNotes: ReadonlySet<string>;
  /** Places of what is being dragged, by ids of the canvas. */
  readonly dragged: ReadonlyMap<string, Position>;
  /** What is just being taken out of its box. */
  readonly lifted: ReadonlySet<string>;
  readonly noteHeights: ReadonlyMap<string, number>;
  readonly language: Language;
  /** Where a node stands and how large it is, also one that is not drawn. */
  readonly boxOfNode: (id: string) => Box | undefined;
  /** What assistive tools call these things. */
  readonly words: Readonly<Record<'group' | 'collapsedGroup' | 'note' | 'untitled', string>>;
}

/** React Flow's z-index of a box: behind all edges and nodes, within the box around it. */
const behind = -1000;

/** What React Flow adds to what is selected; a box that came to the front would cover its nodes. */
const raise = 1000;

/** React Flow's nodes for boxes, cards and notes; those that did not change stay the same object. */
export function adaptItems(
  shown: Shown,
  nodes: readonly OpNode[],
  sight: ItemSight,
  before: ReadonlyMap<string, CanvasNode>,
): Item[] {
  if (shown.boxes.length + shown.cards.length + shown.notes.length === 0) return [];
  const { words, lifted } = sight;
  const notes = shown.notes.map((note) => adaptNote(note, sight));
  const cards = shown.cards.flatMap((card): GroupNode[] => {
    const { id, title } = card.group;
    const around = unionOf(card.members.flatMap((member) => sight.boxOfNode(member) ?? []));
    if (around === undefined) return [];
    const name = titleOf(title, sight);
    const size = sizeOfCard(card, name);
    return [
      {
        id: groupFlowId(id),
        type: 'group',
        position: centred(around, size),
        data: { card },
        selected: sight.selectedGroups.has(id),
        ...size,
        handles: [
          ...card.inputs.map((port) => inHandle(port.id, cardPort(card, size, port.id))),
          ...card.outputs.map((port) => outHandle(port.id, cardPort(card, size, port.id))),
        ],
        ariaLabel: `${name}, ${words.collapsedGroup}`,
        domAttributes: { 'aria-roledescription': words.collapsedGroup, tabIndex: -1 },
      },
    ];
  });
  const places = new Map([...nodes, ...cards, ...notes].map((item) => [item.id, boxOf(item)]));
  const held =
    lifted.size === 0
      ? shown.boxes
      : shown.boxes.map((box) => ({ ...box, items: box.items.filter((id) => !lifted.has(id)) }));
  const bounds = boundsOfBoxes(held, (id) => places.get(id));
  const boxes = shown.boxes.flatMap((box): BoxNode[] => {
    const { id, title } = box.group;
    const around = bounds.get(groupFlowId(id));
    if (around === undefined) return [];
    const { x, y, width, height } = around;
    const selected = sight.selectedGroups.has(id);
    return [
      {
        id: groupFlowId(id),
        type: 'box',
        position: { x, y },
        data: { box },
        selected,
        width,
        height,
        zIndex: behind + box.depth - (selected ? raise : 0),
        dragHandle: '.box-handle',
        // Clicks on its ground are meant for the canvas.
        style: { pointerEvents: 'none' },
        connectable: false,
        ariaLabel: `${titleOf(title, sight)}, ${words.group}`,
        domAttributes: { 'aria-roledescription': words.group, tabIndex: -1 },
      },
    ];
  });
  return [...boxes, ...cards, ...notes].map((item) => {
    const old = before.get(item.id);
    return old !== undefined && isSame(old, item) ? (old as Item) : item;
  });
}

function adaptNote(note: Note, sight: ItemSight): NoteNode {
  const id = noteFlowId(note.id);
  const text = localize(note.text, sight.language).replace(/\s+/g, ' ').slice(0, 80);
  return {
    id,
    type: 'note',
    position: sight.dragged.get(id) ?? note.position,
    data: { note },
    selected: sight.selectedNotes.has(note.id),
    ...sizeOfNote(note, sight.noteHeights),
    connectable: false,
    ariaLabel: `${sight.words.note}: ${text}`,
    domAttributes: { 'aria-roledescription': sight.words.note, tabIndex: -1 },
  };
}

/** The title of a group in the language that is spoken, or what stands for one. */
function titleOf(title: Localized | undefined, { language, words }: ItemSight): string {
  return localize(title, language) || words.untitled;
}

function centred({ x, y, width, height }: Box, size: Size): Position {
  return {
    x: Math.round(x + (width - size.width) / 2),
    y: Math.round(y + (height - size.height) / 2),
  };
}

function isSame(old: CanvasNode, item: Item): boolean {
  return (
    old.type === item.type &&
    old.position.x === item.position.x &&
    old.position.y === item.position.y &&
    old.width === item.width &&
    old.height === item.height &&
    old.selected === item.selected &&
    old.ariaLabel === item.ariaLabel &&
    old.zIndex === item.zIndex &&
    isSameSubject(old, item)
  );
}

/** Boxes and cards are derived anew with every edit, but most say what they said before. */
function isSameSubject(old: CanvasNode, item: Item): boolean {
  if (old.type === 'note' && item.type === 'note') return old.data.note === item.data.note;
  if (old.type === 'box' && item.type === 'box') return old.data.box.group === item.data.box.group;
  if (old.type === 'group' && item.type === 'group') return old.data.card === item.data.card;
  return false;
}
