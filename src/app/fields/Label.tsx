import { shortText } from '../../formula/index.ts';
import styles from './Label.module.css';
import { Name } from './Name.tsx';
import { Tex } from './Tex.tsx';

/** Letters of a label that a card has room for. */
const longest = 24;

/** What a node is called on its card: its label if it has one, as text or TeX, else its name. */
export function Label({ id, label }: { id: string; label?: string }) {
  if (label === undefined) return <Name of={id} />;
  const tex = label.replace(/^\$(.*)\$$/, '$1');
  return /[\\^_{}]/.test(tex) || tex !== label ? (
    <Tex of={tex} />
  ) : (
    <span className={styles.label} title={label}>
      {shortText(label, longest)}
    </span>
  );
}
