import { useLayoutEffect, useState } from 'react';
import { backward, compile, forward } from '../../engine/index.ts';
import { type Nudge, worstNudge } from '../../engine/nudge.ts';
import { prepareProbes } from '../../engine/probe.ts';
import type { Graph } from '../../graph/index.ts';
import type { Shape } from '../../ops/index.ts';

/** One node of the check; without a nudge if it cannot be computed. */
export interface Check {
  readonly id: string;
  readonly shape: Shape;
  readonly nudge: Nudge | undefined;
}

/** How far the check has come; it has its checks when all are done. */
export interface Checks {
  readonly done: number;
  readonly checks: readonly Check[] | undefined;
}

/** Elements of one tensor that are looked at. */
const mostElements = 64;

/** How long the page may be busy at a stretch, in milliseconds. */
const stretch = 30;

/** Nudges every node of a graph, a stretch at a time, on a program of its own. */
export function useChecks(graph: Graph, epsilon: number): Checks {
  const [state, setState] = useState(nothing);
  useLayoutEffect(() => {
    const program = compile(graph);
    forward(program);
    backward(program);
    const probes = prepareProbes(program);
    const checks: Check[] = [];
    let timer = 0;
    const work = () => {
      const until = performance.now() + stretch;
      while (checks.length < graph.nodes.length && performance.now() < until) {
        const { id } = graph.nodes[checks.length];
        const shape = program.shapes[checks.length] ?? [];
        checks.push({ id, shape, nudge: worstNudge(probes, id, epsilon, mostElements) });
      }
      const isDone = checks.length === graph.nodes.length;
      setState({ done: checks.length, checks: isDone ? checks : undefined });
      if (!isDone) timer = window.setTimeout(work);
    };
    work();
    return () => window.clearTimeout(timer);
  }, [graph, epsilon]);
  return state;
}

const nothing: Checks = { done: 0, checks: undefined };

/**
 * What sorts first: what nothing explains, then by distance of central slope and gradient, where
 * that is more than the last digits.
 */
export function gravityOf({ nudge }: Check): number {
  if (nudge === undefined) return -1;
  if (nudge.cause === 'unexplained') return Number.POSITIVE_INFINITY;
  if (nudge.cause === 'none') return 0;
  const distance = Math.abs(nudge.central.slope - nudge.gradient);
  return Number.isNaN(distance) ? Number.MAX_VALUE : distance;
}
