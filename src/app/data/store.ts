import { create } from 'zustand';
import type { Dataset } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import type { Encoding, SetSettings, TableForm, TableResult } from '../../training/index.ts';
import { useDocument } from '../store/document.ts';

/** A text that was pasted or opened, and what was read from it. */
export interface TextSource {
  readonly kind: 'text';
  readonly text: string;
  /** What was said about its form; the rest is found out. */
  readonly form: TableForm;
  readonly result: TableResult;
  /** For a file: its name, and what it takes to read it in another encoding. */
  readonly file?: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly encoding: Encoding;
  };
}

/** A built-in set, and what it was made with. */
export interface SetSource {
  readonly kind: 'set';
  readonly id: string;
  readonly settings: SetSettings;
  readonly seed: number;
}

/** Where the data came from last, so that it can be read or made in another way. */
export interface Source {
  readonly of: TextSource | SetSource;
  /** What it became; while the document has these, the source can still be changed. */
  readonly columns: Dataset['columns'] | null;
  /** Counts up: what becomes of one source is one undo entry. */
  readonly number: number;
}

interface DataState {
  readonly source: Source | null;
  /** Why a file could not even be read as text. */
  readonly refusal: Text | null;
  /** Which way to bring data in is open. */
  readonly way: Way | null;
}

/** The ways in that need something more: a choice of sets, a text. */
export type Way = 'sets' | 'paste';

/** What is going on around the data; never part of a graph file. */
export const useData = create<DataState>()(() => ({ source: null, refusal: null, way: null }));

useDocument.subscribe(({ opened }, before) => {
  if (opened !== before.opened) useData.setState({ source: null, refusal: null, way: null });
});

/** Opens a way to bring data in, or closes it. */
export function openWay(way: Way | null): void {
  useData.setState({ way });
}
