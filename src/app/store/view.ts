import { create } from 'zustand';
import type { Position } from '../../graph/index.ts';
import type { Language, Text } from '../../ops/index.ts';
import { keep, recall } from './keep.ts';

/** Follow the system, or what was chosen here. */
export type Theme = 'system' | 'light' | 'dark';

/** What the panel is about and the page is for at the moment. */
export type Mode = 'inspect' | 'step' | 'practise' | 'train';

/** Which sheet covers the canvas on windows too narrow for three columns. */
export type Sheet = 'palette' | 'panel' | null;

/** A dialog that is open, with what it is about. */
export type Dialog =
  | { readonly kind: 'gallery' }
  | { readonly kind: 'commands' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'gradient-check' }
  | { readonly kind: 'worksheet' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'save-template' }
  | { readonly kind: 'appearance' }
  /** What the value of a node is to be connected to, or what one of its operand ports is. */
  | { readonly kind: 'connect'; readonly node: string; readonly port: number | 'out' }
  | { readonly kind: 'unsaved'; readonly proceed: () => void }
  | { readonly kind: 'read-errors'; readonly fileName: string; readonly lines: readonly Text[] };

/** Where something is about to be added, and what it is to be connected to. */
export interface QuickAdd {
  /** The point of the window it is asked for at. */
  readonly at: Position;
  /** True where nobody pointed at that point: what is added takes a free place in view. */
  readonly isAnywhere?: boolean;
  /** The loose end of a wire: from the value of a node, or from one of its operand ports. */
  readonly wire?: {
    readonly node: string;
    readonly port: number | 'out';
    /** Where it begins on the canvas, to be drawn from there. */
    readonly start?: Position;
  };
  /** The edge it is to be put on. */
  readonly edge?: { readonly target: string; readonly port: number };
}

/** What a context menu is about; ids are those of the graph. */
export type Subject =
  | { readonly kind: 'canvas' }
  | { readonly kind: 'node' | 'edge' | 'group' | 'note'; readonly id: string };

/** A context menu that is open at a point of the window. */
export interface ContextMenu {
  readonly at: Position;
  readonly on: Subject;
}

/** One sentence shown for a moment and read out. */
export interface Notice {
  readonly text: Text;
  readonly tone: 'info' | 'wrong';
  /** Whether it stays true whatever becomes of the document. */
  readonly lasts: boolean;
  /** Whether it is shown until what it tells of is done. */
  readonly isWaiting?: boolean;
  /** Whether it offers to save the document, and waits until it is closed. */
  readonly offersSave?: boolean;
  /** Counts up, so that the same sentence twice is two notices. */
  readonly number: number;
}

interface ViewState {
  readonly selectedNodes: ReadonlySet<string>;
  readonly selectedEdges: ReadonlySet<string>;
  readonly selectedGroups: ReadonlySet<string>;
  readonly selectedNotes: ReadonlySet<string>;
  readonly language: Language;
  readonly theme: Theme;
  /** Whether what is dragged snaps to the grid. */
  readonly snap: boolean;
  /** Whether a minimap shows which part of a graph is in view, where that is not all of it. */
  readonly minimap: boolean;
  readonly mode: Mode;
  /** How many steps of the trace have been made, while they are stepped through. */
  readonly step: number;
  readonly isPlaying: boolean;
  readonly sheet: Sheet;
  readonly dialog: Dialog | null;
  readonly quickAdd: QuickAdd | null;
  readonly contextMenu: ContextMenu | null;
  readonly notice: Notice | null;
  /** The node whose name, or the group or note whose text is being edited, by its id on the canvas. */
  readonly renaming: string | null;
  /** The leaf whose value is to be opened for editing on the canvas. */
  readonly editing: string | null;
}

/** What is seen and how; never part of a graph file. */
export const useView = create<ViewState>()(() => ({
  selectedNodes: new Set(),
  selectedEdges: new Set(),
  selectedGroups: new Set(),
  selectedNotes: new Set(),
  language: rememberedLanguage(),
  theme: rememberedTheme(),
  snap: recall('snap') === 'on',
  minimap: recall('minimap') !== 'off',
  mode: 'inspect',
  step: 0,
  isPlaying: false,
  sheet: null,
  dialog: null,
  quickAdd: null,
  contextMenu: null,
  notice: null,
  renaming: null,
  editing: null,
}));

/** Marks nodes and edges, groups and notes; what is not named is unmarked. */
export function select(
  nodes: Iterable<string>,
  edges: Iterable<string> = [],
  others: { readonly groups?: Iterable<string>; readonly notes?: Iterable<string> } = {},
): void {
  useView.setState({
    selectedNodes: new Set(nodes),
    selectedEdges: new Set(edges),
    selectedGroups: new Set(others.groups),
    selectedNotes: new Set(others.notes),
  });
}

/** Asks what is to be added and where, or leaves off asking. */
export function openQuickAdd(quickAdd: QuickAdd | null): void {
  useView.setState({ quickAdd });
}

/** Opens a context menu in place of the one that may be open, or closes it. */
export function openContextMenu(contextMenu: ContextMenu | null): void {
  useView.setState({ contextMenu });
}

/**
 * Shows a sentence for a moment; the next edit, undoing or another document takes it away, since it
 * may not be true any more. One that `lasts` is about something else, such as a file.
 */
export function notify(text: Text, tone: Notice['tone'] = 'info', lasts = false): void {
  useView.setState(({ notice }) => ({
    notice: { text, tone, lasts, number: (notice?.number ?? 0) + 1 },
  }));
}

/** Shows what is under way until what this gives is called. */
export function notifyUntil(text: Text, lasts = false): () => void {
  notify(text, 'info', lasts);
  useView.setState(({ notice }) => ({ notice: notice && { ...notice, isWaiting: true } }));
  const { notice } = useView.getState();
  return () => useView.setState((now) => (now.notice === notice ? { notice: null } : now));
}

/** Shows a sentence that offers to save the document, until it is closed. */
export function offerSaving(text: Text): void {
  notify(text, 'info', true);
  useView.setState(({ notice }) => ({ notice: notice && { ...notice, offersSave: true } }));
}

/** Turns the page to inspecting, stepping, practising or training. */
export function setMode(mode: Mode): void {
  useView.setState({ mode });
}

/** Opens a dialog in place of the one that may be open. */
export function openDialog(dialog: Dialog | null): void {
  useView.setState({ dialog });
}

/** Speaks another language from now on. */
export function setLanguage(language: Language): void {
  keep('language', language);
  useView.setState({ language });
}

/** Wears another theme from now on. */
export function setTheme(theme: Theme): void {
  keep('theme', theme);
  useView.setState({ theme });
}

/** Makes what is dragged snap to the grid, or go anywhere. */
export function setSnap(snap: boolean): void {
  keep('snap', snap ? 'on' : 'off');
  useView.setState({ snap });
}

/** Shows the minimap where it is of use, or does without. */
export function setMinimap(minimap: boolean): void {
  keep('minimap', minimap ? 'on' : 'off');
  useView.setState({ minimap });
}

function rememberedLanguage(): Language {
  const kept = recall('language');
  if (kept === 'en' || kept === 'zh-CN') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

function rememberedTheme(): Theme {
  const kept = recall('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
