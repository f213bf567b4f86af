import type { Text } from '../../ops/index.ts';
import details from '../fields/details.module.css';
import { useSay } from '../i18n/say.ts';
import styles from './GraphDetails.module.css';

const words = {
  title: { en: 'Your first graph', 'zh-CN': '第一个计算图' },
  formula: {
    en: 'Quickest: press N, type z = x*y, then Enter. Or step by step:',
    'zh-CN': '最快的方法：按 N，输入 z = x*y，再按 Enter。也可以一步一步来：',
  },
  leaf: {
    en: 'Add a parameter and an input, and give them numbers.',
    'zh-CN': '添加一个参数和一个输入，并填上数值。',
  },
  operation: { en: 'Add an operation, such as Multiply.', 'zh-CN': '添加一个运算，例如乘法。' },
  connect: {
    en: 'Drag a wire from the right side of each number to the left side of the operation.',
    'zh-CN': '从每个数的右侧拖出连线，接到运算的左侧。',
  },
  read: {
    en: 'Read the value above and the gradient below each edge.',
    'zh-CN': '边的上方是值，下方是梯度。',
  },
} as const satisfies Record<string, Text>;

/** What to do with an empty canvas. */
export default function FirstSteps() {
  const say = useSay();
  return (
    <>
      <h3 className={details.title}>{say(words.title)}</h3>
      <p className={details.lead}>{say(words.formula)}</p>
      <ol className={styles.steps}>
        <li>{say(words.leaf)}</li>
        <li>{say(words.operation)}</li>
        <li>{say(words.connect)}</li>
        <li>{say(words.read)}</li>
      </ol>
    </>
  );
}
