import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Text } from '../../ops/index.ts';
import buttons from '../fields/buttons.module.css';
import { between, NumberField } from '../fields/NumberField.tsx';
import { Segments } from '../fields/Segments.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { boundOf } from './data.ts';
import parts from './parts.module.css';
import { planOf } from './plan.ts';
import styles from './RowSection.module.css';
import { rowCountOf, sampleOf, useRowLens, useShownRow } from './rows.ts';

/** Which row of the data the canvas shows, or the batch as a whole. */
export function RowSection() {
  const say = useSay();
  useRowLens();
  const bound = useDocument(({ graph }) => boundOf(graph));
  const { reduction = 'mean' } = useDocument(({ graph }) => planOf(graph));
  const { what, row: asked } = useShownRow();
  if (bound === undefined) return null;
  const count = rowCountOf(bound);
  const row = Math.min(asked, count);
  const goTo = (next: number) =>
    useShownRow.setState({ row: next < 1 ? count : next > count ? 1 : next });
  return (
    <section className={styles.section} aria-label={say(words.title)}>
      <Segments
        label={words.title}
        value={what}
        of={[
          ['row', words.row],
          ['batch', words.batch],
        ]}
        onChange={(chosen) => useShownRow.setState({ what: chosen })}
      />
      {what === 'row' ? (
        <div className={styles.choice}>
          <button
            type="button"
            className={buttons.icon}
            aria-label={say(words.before)}
            title={say(words.before)}
            onClick={() => goTo(row - 1)}
          >
            <ChevronLeft size={17} aria-hidden="true" />
          </button>
          <NumberField
            name={say(words.number)}
            value={row}
            refuse={between(1, count)}
            onChange={(number) => goTo(Math.round(number))}
          />
          <button
            type="button"
            className={buttons.icon}
            aria-label={say(words.next)}
            title={say(words.next)}
            onClick={() => goTo(row + 1)}
          >
            <ChevronRight size={17} aria-hidden="true" />
          </button>
          <span>
            {say(words.of(count))}
            {sampleOf(bound, row).isTest && say(words.test)}
          </span>
        </div>
      ) : (
        <p className={parts.about}>{say(reduction === 'mean' ? words.mean : words.sum)}</p>
      )}
    </section>
  );
}

const words = {
  title: { en: 'On the canvas', 'zh-CN': '画布显示' },
  row: { en: 'One row', 'zh-CN': '单行' },
  batch: { en: 'The batch', 'zh-CN': '批量' },
  number: { en: 'Row on the canvas', 'zh-CN': '画布上的行' },
  before: { en: 'Row before', 'zh-CN': '上一行' },
  next: { en: 'Next row', 'zh-CN': '下一行' },
  of: (count: number): Text => ({ en: `of ${count} rows`, 'zh-CN': `共 ${count} 行` }),
  test: { en: ' · test', 'zh-CN': '，测试集' },
  mean: {
    en: 'The loss and the gradients of the next update: the mean over its samples.',
    'zh-CN': '下一次更新的损失和梯度：对其样本取平均。',
  },
  sum: {
    en: 'The loss and the gradients of the next update: the sum over its samples.',
    'zh-CN': '下一次更新的损失和梯度：对其样本求和。',
  },
} as const;
