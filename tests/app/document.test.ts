import { beforeEach, describe, expect, it } from 'vitest';
import {
  currentGraph,
  edit,
  endGesture,
  isDirty,
  markSaved,
  openDocument,
  redo,
  startOver,
  undo,
  useDocument,
} from '../../src/app/store/document.ts';
import { addNode, emptyGraph, type Graph, setValue } from '../../src/graph/index.ts';

const start: Graph = addNode(emptyGraph, { id: 'w', op: 'parameter', value: 3 });
const shown = () => currentGraph().nodes[0].value;
const put = (value: number, gesture: string | null = null) =>
  edit(setValue(currentGraph(), 'w', value), gesture);

describe('the document and its history', () => {
  beforeEach(() => openDocument(start));

  it('undoes to the graph it was opened with and redoes to the last one', () => {
    put(4);
    put(5);
    undo();
    undo();
    expect(currentGraph()).toBe(start);
    redo();
    redo();
    expect(shown()).toBe(5);
  });

  it('takes a scrubbed number back in one go', () => {
    put(4, 'scrub');
    put(5, 'scrub');
    put(6, 'scrub');
    undo();
    expect(shown()).toBe(3);
  });

  it('has nothing to undo where a gesture leads back to where it began', () => {
    put(9);
    put(4, 'scrub');
    put(9, 'scrub');
    expect(useDocument.getState().past).toHaveLength(1);
    put(5, 'scrub');
    put(6, 'scrub');
    undo();
    expect(shown()).toBe(9);
    undo();
    expect(currentGraph()).toBe(start);
  });

  it('goes back through less where much data is edited, and all the way where data is shared', () => {
    // Long without taking memory: nobody looks into it.
    const values: number[] = [];
    values.length = 1_000_000;
    const editData = () => {
      const columns = [{ name: 'x', values: values.slice() }];
      edit({ ...currentGraph(), dataset: { version: 1, columns } });
    };
    for (let i = 0; i < 40; i++) editData();
    expect(useDocument.getState().past).toHaveLength(16);
    for (let i = 0; i < 40; i++) put(i);
    expect(useDocument.getState().past).toHaveLength(56);
    for (let i = 0; i < 56; i++) undo();
    expect(useDocument.getState().past).toHaveLength(0);
    expect(currentGraph().dataset?.columns[0].values).toHaveLength(1_000_000);
    for (let i = 0; i < 56; i++) redo();
    expect(shown()).toBe(39);
  });

  it('keeps five hundred entries of small edits', () => {
    for (let i = 0; i < 600; i++) put(i);
    expect(useDocument.getState().past).toHaveLength(500);
  });

  it('keeps two gestures of the same kind apart', () => {
    put(4, 'scrub');
    endGesture();
    put(5, 'scrub');
    undo();
    expect(shown()).toBe(4);
  });

  it('forgets what was undone once something else is done', () => {
    put(4);
    undo();
    put(7);
    redo();
    expect(shown()).toBe(7);
  });

  it('knows unsaved work, also after undoing back to what is saved', () => {
    expect(isDirty(useDocument.getState())).toBe(false);
    put(4);
    expect(isDirty(useDocument.getState())).toBe(true);
    undo();
    expect(isDirty(useDocument.getState())).toBe(false);
    redo();
    markSaved({ fileName: 'a.json' });
    expect(isDirty(useDocument.getState())).toBe(false);
    undo();
    expect(isDirty(useDocument.getState())).toBe(true);
  });

  it('does not count an edit that changes nothing', () => {
    edit(currentGraph());
    expect(useDocument.getState().past).toHaveLength(0);
  });
});

describe('a graph begun in place of another', () => {
  const mine = { fileName: 'mine.json' };
  beforeEach(() => openDocument(start, mine));

  it('has no file, and undo brings back the former with its own', () => {
    startOver(emptyGraph);
    expect(useDocument.getState().origin).toEqual({});
    expect(isDirty(useDocument.getState())).toBe(true);
    markSaved({ fileName: 'other.json' });
    undo();
    expect(currentGraph()).toBe(start);
    expect(useDocument.getState().origin).toEqual(mine);
    redo();
    expect(useDocument.getState().origin).toEqual({ fileName: 'other.json' });
  });
});
