import { nameTex } from '../../formula/index.ts';
import { partialTex } from '../../formula/working.ts';
import { type Graph, outputOf, parseQuantity } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { quantityName } from '../../practice/index.ts';
import { operandNumber, withOperand } from '../../practice/quantityName.ts';

/** The kinds of quantities, as a question is headed. */
export const kindNames: Readonly<Record<string, Text>> = {
  value: { en: 'value', 'zh-CN': '值' },
  gradient: { en: 'node gradient', 'zh-CN': '节点梯度' },
  local: { en: 'local derivative', 'zh-CN': '局部导数' },
  contribution: { en: 'edge contribution', 'zh-CN': '边的贡献' },
};

/** What a quantity is: `value`, `gradient`, `local` or `contribution`. */
export function kindOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

/** The question that asks for a quantity, with TeX between dollar signs. */
export function questionTitle(graph: Graph, id: string): Text {
  const quantity = parseQuantity(id);
  if (quantity === undefined) return both(id);
  const output = nameTex(outputOf(graph) ?? '');
  if ('node' in quantity) {
    const node = nameTex(quantity.node);
    return whatIs(both(`$${quantity.kind === 'value' ? node : partialTex(output, node)}$`));
  }
  const { kind, target } = quantity;
  const source = nameTex(quantity.source);
  const through = nameTex(target);
  const asked =
    kind === 'local'
      ? both(`$${partialTex(through, source)}$`)
      : {
          en: `$${partialTex(output, source)}$ through $${through}$`,
          'zh-CN': `经 $${through}$ 的 $${partialTex(output, source)}$`,
        };
  return whatIs(withOperand(asked, operandNumber(graph, quantity)));
}

/** The same question in plain words. */
export function questionName(graph: Graph, id: string): Text {
  return whatIs(quantityName(graph, id));
}

function whatIs({ en, 'zh-CN': zh }: Text): Text {
  return { en: `What is ${en} ?`, 'zh-CN': `${zh} 是多少？` };
}

/** One text for both languages. */
export function both(text: string): Text {
  return { en: text, 'zh-CN': text };
}
