import type { Mistake } from '../site.ts';
import { show } from './write.ts';

/** Put the input into a rule that is written with the output: z(1 − z) for a(1 − a). */
export const inputForOutput: Mistake = {
  id: 'input-for-output',
  name: { en: 'The input instead of the output', 'zh-CN': '把输入当成了输出' },
  inLocal({ edge, op, operandNumbers, rule, at, local, called }) {
    if (operandNumbers.length !== 1 || local === undefined) return [];
    const [input] = operandNumbers;
    const ones = local.map(() => 1);
    const numbers = rule.contribution(edge.port, operandNumbers, ones, input);
    const [source, target] = [called(edge.source), called(edge.target)];
    const output = show(at(`value:${edge.target}`));
    return [
      {
        numbers,
        edges: [edge.id],
        text: {
          en: `The derivative of ${op.symbol} is written with its output: put in ${target} = ${output}, not the input ${source} = ${show(input)}.`,
          'zh-CN': `${op.symbol} 的导数是用输出来写的：应代入 ${target} = ${output}，而不是输入 ${source} = ${show(input)}。`,
        },
      },
    ];
  },
};
