import { nameText, ruleText } from '../formula/explain.ts';
import { working } from '../formula/working.ts';
import { parseQuantity } from '../graph/index.ts';
import type { Text } from '../ops/index.ts';
import { type Assignment, tensorIn } from './assignment.ts';
import { quantityName } from './quantityName.ts';
import { bugStep, type HintLevel, type Review } from './review.ts';

/** One hint: a sentence with names between backticks, and formulas as TeX. */
export interface Hint {
  readonly text: Text;
  readonly tex: readonly string[];
}

/**
 * A hint on a question: 1 the rule, 2 the rule with the learner's numbers put in, 3 the answer with
 * its working. On the search for the wrong number (`bug`): 1 the pass, 2 near which node, 3 the number.
 */
export function hint(assignment: Assignment, review: Review, id: string, level: HintLevel): Hint {
  if (id === bugStep) return { text: whereToLook(assignment, level), tex: [] };
  const { graph, truth } = assignment;
  const book = level === 3 ? truth : review.own;
  const worked = working(graph, id, (quantity) => tensorIn(assignment, book, quantity));
  if (level === 1) return { text: ruleText(graph, id), tex: worked ? [worked.rule] : [] };
  const text = level === 2 ? withNumbers : theAnswer;
  if (worked === undefined) return { text, tex: [] };
  const { rule, numbers, result } = worked;
  return {
    text,
    tex: level === 2 ? [rule, `= ${numbers}`] : [rule, `= ${numbers}`, `= ${result}`],
  };
}

const withNumbers: Text = { en: 'With the numbers put in:', 'zh-CN': '代入数值：' };
const theAnswer: Text = { en: 'The answer with its working:', 'zh-CN': '答案与推导：' };

function whereToLook({ exercise, graph }: Assignment, level: HintLevel): Text {
  const id = exercise.bug?.quantity ?? '';
  const quantity = parseQuantity(id);
  if (quantity === undefined) return { en: '', 'zh-CN': '' };
  if (level === 1) {
    return quantity.kind === 'value'
      ? { en: 'It went wrong in the forward pass.', 'zh-CN': '错误出在前向传播中。' }
      : { en: 'It went wrong in the backward pass.', 'zh-CN': '错误出在反向传播中。' };
  }
  if (level === 2) {
    const name = nameText(graph, 'node' in quantity ? quantity.node : quantity.source);
    return {
      en: `Look at ${name} and the edges that leave it.`,
      'zh-CN': `看看 ${name} 以及从它出发的边。`,
    };
  }
  const name = quantityName(graph, id);
  return { en: `The wrong number is ${name.en}.`, 'zh-CN': `错的数是 ${name['zh-CN']}。` };
}
