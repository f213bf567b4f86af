import { Copy } from 'lucide-react';
import { useState } from 'react';
import { nameTex } from '../../formula/index.ts';
import { formulaOf } from '../../formula/toFormula.ts';
import type { GraphNode } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { copyText } from '../clipboard/copyText.ts';
import { Scrolling } from '../fields/Scrolling.tsx';
import { Tex } from '../fields/Tex.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import styles from './Expression.module.css';

/** What an operation is equal to, in terms of its operands or of the leaves, to read and to copy. */
export default function Expression({ node }: { node: GraphNode }) {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const [terms, setTerms] = useState<Terms>(lastTerms);
  const formula = formulaOf(graph, node.id, terms);
  if (formula === undefined) return null;
  const choose = (chosen: Terms) => {
    lastTerms = chosen;
    setTerms(chosen);
  };
  const tex = `${nameTex(node.id)} = ${formula.tex}`;
  return (
    <section className={styles.expression} aria-label={say(words.expression)}>
      <Scrolling className={styles.formula}>
        <Tex of={tex} display />
      </Scrolling>
      <div className={styles.bar}>
        <fieldset className={styles.terms}>
          <legend className="visually-hidden">{say(words.terms)}</legend>
          {(['operands', 'leaves'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={terms === each}
              onClick={() => choose(each)}
            >
              {say(words[each])}
            </button>
          ))}
        </fieldset>
        <CopyButton name={words.copyText} text={`${node.id} = ${formula.text}`}>
          {say(words.text)}
        </CopyButton>
        <CopyButton name={words.copyTex} text={tex}>
          TeX
        </CopyButton>
      </div>
    </section>
  );
}

type Terms = 'operands' | 'leaves';

/** What was chosen last holds for the next node that is looked at. */
let lastTerms: Terms = 'operands';

interface CopyProps {
  name: Text;
  text: string;
  children: string;
}

function CopyButton({ name, text, children }: CopyProps) {
  const say = useSay();
  return (
    <button
      type="button"
      className={styles.copy}
      title={say(name)}
      aria-label={say(name)}
      onClick={() => void copyText(text)}
    >
      <Copy size={13} aria-hidden="true" />
      {children}
    </button>
  );
}

const words = {
  expression: { en: 'Expression', 'zh-CN': '表达式' },
  terms: { en: 'In terms of', 'zh-CN': '表示方式' },
  operands: { en: 'Operands', 'zh-CN': '操作数' },
  leaves: { en: 'Leaves', 'zh-CN': '叶子节点' },
  text: { en: 'Text', 'zh-CN': '文本' },
  copyText: { en: 'Copy as text', 'zh-CN': '复制为文本' },
  copyTex: { en: 'Copy TeX', 'zh-CN': '复制 TeX' },
} as const satisfies Record<string, Text>;
