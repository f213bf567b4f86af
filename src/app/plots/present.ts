import { useMemo, useRef } from 'react';
import { findNode, type Graph, outputOf } from '../../graph/index.ts';
import { type Coordinate, thinned, trainedOf } from '../../training/index.ts';
import { useDocument } from '../store/document.ts';
import { boundOf } from '../training/data.ts';
import { difference } from '../training/same.ts';
import { useFrames } from './frames.ts';

/** The document as pictures need it. */
export interface Present {
  /** As it stands. */
  readonly graph: Graph;
  /** The same object while nothing changes but parameters and plan. */
  readonly shape: Graph;
  readonly output: string | undefined;
}

/** Follows the document, once per frame at most. */
export function usePresent(): Present {
  const { graph } = useFrames(useDocument);
  const shape = useRef(graph);
  if (difference(shape.current, graph) === 'graph') shape.current = graph;
  const kept = shape.current;
  return useMemo(() => ({ graph, shape: kept, output: outputOf(graph) }), [graph, kept]);
}

/** Rows of data that landscapes go by; of more, evenly chosen ones stand for all. */
const usualRows = 1000;

/** The rows to train with that stand for all of them. */
export function useSamples({ shape }: Present, most = usualRows) {
  return useMemo(() => {
    const bound = boundOf(shape);
    if (bound === undefined || bound.train.count === 0) return undefined;
    return { samples: thinned(bound.train, most), all: bound.train.count };
  }, [shape, most]);
}

/** A number that is trained, under its name. */
export interface Named extends Coordinate {
  readonly key: string;
  /** Between backticks, with the place in a matrix behind it. */
  readonly name: string;
}

/** All numbers that are trained, as far as a list of them is of use. */
export function useCoordinates({ shape, output, graph }: Present): readonly Named[] {
  const frozen = graph.training?.frozen;
  return useMemo(() => {
    if (output === undefined) return [];
    return trainedOf(shape, output, frozen ?? []).flatMap(({ id, shape: lengths, size }) =>
      Array.from({ length: Math.min(size, mostElements) }, (_, element) => ({
        id,
        element,
        key: `${id}:${element}`,
        name: `\`${id}\`${placeText(lengths, element)}`,
      })),
    );
  }, [shape, output, frozen]);
}

const mostElements = 64;

function placeText(lengths: readonly number[], element: number): string {
  if (lengths.length === 0) return '';
  if (lengths.length === 1) return `[${element + 1}]`;
  const columns = lengths[lengths.length - 1];
  return `[${Math.floor(element / columns) + 1}, ${(element % columns) + 1}]`;
}

/** What a number of a parameter is in a graph. */
export function numberAt(graph: Graph, { id, element }: Coordinate): number {
  const value = findNode(graph, id)?.value;
  const flat = [value ?? Number.NaN].flat(4);
  return Number(flat[element]);
}
