import { findNode, type Graph, outputOf, parseQuantity } from '../graph/index.ts';
import type { Text } from '../ops/index.ts';

/**
 * A quantity in a sentence, with names between backticks: `x`, `∂z`/`∂b`, `∂z`/`∂b` through `b2`,
 * `∂b2`/`∂b`.
 */
export function quantityName(graph: Graph, id: string): Text {
  const quantity = parseQuantity(id);
  if (quantity === undefined) return both(id);
  const output = outputOf(graph) ?? '';
  if ('node' in quantity) {
    const { kind, node } = quantity;
    return both(kind === 'value' ? `\`${node}\`` : partial(output, node));
  }
  const { kind, source, target } = quantity;
  const name =
    kind === 'local'
      ? both(partial(target, source))
      : {
          en: `${partial(output, source)} through \`${target}\``,
          'zh-CN': `经 \`${target}\` 的 ${partial(output, source)}`,
        };
  return withOperand(name, operandNumber(graph, quantity));
}

/** Says which operand an edge is, where its source is more than one of the target's. */
export function withOperand(text: Text, operand: number | undefined): Text {
  if (operand === undefined) return text;
  return {
    en: `${text.en} (operand ${operand})`,
    'zh-CN': `${text['zh-CN']}（第 ${operand} 个操作数）`,
  };
}

/** The number of an edge's operand, where its source is more than one of the target's. */
export function operandNumber(
  graph: Graph,
  { source, target, port }: { source: string; target: string; port: number },
): number | undefined {
  const uses = findNode(graph, target)?.inputs?.filter((input) => input === source) ?? [];
  return uses.length > 1 ? port + 1 : undefined;
}

function partial(of: string, by: string): string {
  return `\`∂${of}\`/\`∂${by}\``;
}

function both(text: string): Text {
  return { en: text, 'zh-CN': text };
}
