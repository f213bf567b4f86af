import { backward, compile, forward, rebind } from '../src/engine/index.ts';
import { connect, type Graph, setValue } from '../src/graph/index.ts';
import { attempts, median } from './measure.ts';
import { randomNumbers } from './random.ts';

/** Milliseconds from an edit to the first gradient, and what they were spent on. */
export interface EditTime {
  readonly edit: number;
  readonly compile: number;
  readonly passes: number;
  readonly total: number;
}

/** One student's session on a graph: every call makes one edit and waits for its gradients. */
export interface EditSession {
  /** Moves one edge to another source. */
  structural(): EditTime;
  /** Gives one leaf another number. */
  leaf(): EditTime;
}

export function editSession(start: Graph): EditSession {
  const random = randomNumbers(2);
  const below = (limit: number) => Math.floor(random() * limit);
  const leaves = start.nodes.filter(({ inputs }) => inputs === undefined);
  let graph = start;
  let program = compile(graph);

  const timed = (edit: () => Graph, recompile: (edited: Graph) => typeof program): EditTime => {
    const begun = performance.now();
    graph = edit();
    const edited = performance.now();
    program = recompile(graph);
    const compiled = performance.now();
    forward(program);
    backward(program);
    const done = performance.now();
    return {
      edit: edited - begun,
      compile: compiled - edited,
      passes: done - compiled,
      total: done - begun,
    };
  };

  return {
    structural() {
      const target = leaves.length + below(graph.nodes.length - leaves.length);
      const source = graph.nodes[below(target)].id;
      return timed(() => {
        const result = connect(graph, source, graph.nodes[target].id, 0);
        if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
        return result.graph;
      }, compile);
    },
    leaf() {
      const { id } = leaves[below(leaves.length)];
      const value = 0.5 + random();
      return timed(
        () => setValue(graph, id, value),
        (edited) => {
          const rebound = rebind(program, edited);
          if (rebound === null) throw new Error('a leaf edit must not need compiling');
          return rebound;
        },
      );
    },
  };
}

/** The fastest of some edits in a row; see `sample`. */
export function fastest(edit: () => EditTime): EditTime {
  const times = Array.from({ length: attempts }, edit);
  return times.reduce((best, time) => (time.total < best.total ? time : best));
}

/** The medians of many edits, part by part. */
export function medians(times: readonly EditTime[]): EditTime {
  const of = (part: keyof EditTime) => median(times.map((time) => time[part]));
  return { edit: of('edit'), compile: of('compile'), passes: of('passes'), total: of('total') };
}
