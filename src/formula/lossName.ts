import { findNode, type Graph } from '../graph/index.ts';
import { ops } from '../ops/index.ts';

/** Names people give to what is to become small. */
const lossName =
  /^(?:loss|cost|error|err|objective|risk|mse|mae|sse|rss|nll|bce|kl|[LJ](?=$|[\d_]))/i;

/** Whether a node looks like a loss: by its operation, or by the name it was given. */
export function isLoss(graph: Graph, id: string): boolean {
  const node = findNode(graph, id);
  const op = ops.get(node?.op ?? '');
  if (op?.kind !== 'operation') return false;
  return op.category === 'losses' || lossName.test(id);
}
