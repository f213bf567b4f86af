import { beforeEach, describe, expect, it } from 'vitest';
import {
  currentGraph,
  edit,
  endGesture,
  isDirty,
  markSaved,
  openDocument,
  redo,
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
