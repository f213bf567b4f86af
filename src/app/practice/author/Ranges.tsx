import { useState } from 'react';
import { formatTensor } from '../../../formula/index.ts';
import { type Exercise, findNode, outputOf, type Range } from '../../../graph/index.ts';
import { assign, readAnswer, tensorIn } from '../../../practice/index.ts';
import { suggestRanges, variant } from '../../../practice/variants.ts';
import buttons from '../../fields/buttons.module.css';
import { Name } from '../../fields/Name.tsx';
import { useSay } from '../../i18n/say.ts';
import { currentGraph } from '../../store/document.ts';
import parts from '../parts.module.css';
import styles from './author.module.css';
import { change } from './marks.ts';
import { authorWords as words } from './words.ts';

/** From which ranges learners may draw other numbers. */
export function Ranges({ exercise }: { exercise: Exercise }) {
  const say = useSay();
  const ranges = exercise.variants?.ranges ?? {};
  const ids = Object.keys(ranges);
  const set = (id: string, range: Range) =>
    change({ variants: { ...exercise.variants, ranges: { ...ranges, [id]: range } } });
  const without = (id: string) => {
    const rest = Object.entries(ranges).filter(([other]) => other !== id);
    change({
      variants:
        rest.length > 0 ? { ...exercise.variants, ranges: Object.fromEntries(rest) } : undefined,
    });
  };
  if (ids.length === 0) return <Suggest />;
  return (
    <section>
      <h4 className={parts.heading}>{say(words.variants)}</h4>
      <p className={parts.note}>{say(words.variantsLead)}</p>
      <div className={styles.ranges}>
        {ids.map((id) => (
          <RangeRow
            key={id}
            id={id}
            range={ranges[id]}
            onChange={(range) => set(id, range)}
            onRemove={() => without(id)}
          />
        ))}
      </div>
      <Preview />
      <div className={parts.links}>
        <button type="button" onClick={() => change({ variants: undefined })}>
          {say(words.clear)}
        </button>
      </div>
    </section>
  );
}

function Suggest() {
  const say = useSay();
  const [isNone, setNone] = useState(false);
  return (
    <section>
      <h4 className={parts.heading}>{say(words.variants)}</h4>
      <p className={parts.note}>{say(isNone ? words.noRanges : words.variantsLead)}</p>
      <button
        type="button"
        className={buttons.secondary}
        onClick={() => {
          const ranges = suggestRanges(currentGraph());
          if (Object.keys(ranges).length === 0) setNone(true);
          else change({ variants: { ranges } });
        }}
      >
        {say(words.suggest)}
      </button>
    </section>
  );
}

interface RowProps {
  id: string;
  range: Range;
  onChange: (range: Range) => void;
  onRemove: () => void;
}

function RangeRow({ id, range, onChange, onRemove }: RowProps) {
  const say = useSay();
  return (
    <div className={styles.range}>
      <span>
        <Name of={id} />
      </span>
      {(['from', 'to', 'step'] as const).map((key) => (
        <RangeField
          key={key}
          label={`${id}: ${say(words[key])}`}
          unit={say(words[key])}
          value={range[key]}
          onChange={(number) => onChange(withBound(range, key, number))}
        />
      ))}
      <button type="button" aria-label={`${id}: ${say(words.remove)}`} onClick={onRemove}>
        ×
      </button>
    </div>
  );
}

interface FieldProps {
  label: string;
  unit: string;
  value: number;
  onChange: (value: number) => void;
}

/** The range with another bound or step; the other bound makes way, and a step that is none is not taken. */
function withBound(range: Range, key: keyof Range, number: number): Range {
  switch (key) {
    case 'from':
      return { ...range, from: number, to: Math.max(range.to, number) };
    case 'to':
      return { ...range, from: Math.min(range.from, number), to: number };
    case 'step':
      return number > 0 ? { ...range, step: number } : range;
  }
}

/** A number or fraction, taken over by Enter or leaving; what is neither gives way to what holds. */
function RangeField({ label, unit, value, onChange }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    const read = readAnswer(typed ?? '');
    if (read.ok && read.answer.shape.length === 0) onChange(read.answer.numbers[0]);
    setTyped(null);
  };
  return (
    <label>
      <small>{unit}</small>
      <input
        type="text"
        inputMode="decimal"
        aria-label={label}
        value={typed ?? String(value)}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
        }}
      />
    </label>
  );
}

/** Shows what a learner would be given by the next seed. */
function Preview() {
  const say = useSay();
  const [seed, setSeed] = useState(0);
  return (
    <div className={styles.preview}>
      <button type="button" className={buttons.secondary} onClick={() => setSeed(seed + 1)}>
        {say(words.preview)}
      </button>
      {seed > 0 && <output>{drawn(seed)}</output>}
    </div>
  );
}

/** The numbers a seed gives, and the output they lead to. */
function drawn(seed: number): string {
  const graph = variant(currentGraph(), seed);
  const leaves = Object.keys(graph.exercise?.variants?.ranges ?? {}).map(
    (id) => `${id} = ${formatTensor(findNode(graph, id)?.value ?? 0)}`,
  );
  const output = outputOf(graph);
  const made = assign(graph, { version: 1, asked: [] });
  const result = output === undefined ? undefined : tensorIn(made, made.truth, `value:${output}`);
  const end = result === undefined ? '' : ` → ${output} = ${formatTensor(result)}`;
  return leaves.join(', ') + end;
}
