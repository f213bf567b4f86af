import type { IterateColumn } from '../../../training/index.ts';
import { Choice } from '../../fields/Choice.tsx';
import { Name } from '../../fields/Name.tsx';
import { useSay } from '../../i18n/say.ts';
import type { Run } from '../store.ts';
import styles from './iterates.module.css';
import { columnsOf, decimalChoices, offered, sameColumn, useIterates } from './store.ts';
import { words } from './words.ts';

const kinds = ['value', 'gradient', 'delta'] as const;

/** Which columns the table has, and how its numbers are written. */
export function Settings({ run }: { run: Run }) {
  const say = useSay();
  const { columns: chosen, decimals, ending, first } = useIterates();
  const columns = columnsOf(run.source, run, chosen);
  const has = (column: IterateColumn) => columns.some((other) => sameColumn(other, column));
  const toggle = (column: IterateColumn) =>
    useIterates.setState({
      columns: has(column)
        ? columns.filter((other) => !sameColumn(other, column))
        : [...columns, column],
    });
  return (
    <div className={styles.settings}>
      <div className={styles.choices}>
        <Choice
          label={words.decimals}
          value={decimals}
          of={decimalChoices.map((choice) => [
            choice,
            choice === 'all' ? words.all : { en: choice, 'zh-CN': choice },
          ])}
          onChange={(changed) => useIterates.setState({ decimals: changed })}
        />
        <Choice
          label={words.ending}
          value={ending}
          of={[
            ['round', words.round],
            ['truncate', words.truncate],
          ]}
          onChange={(changed) => useIterates.setState({ ending: changed })}
        />
        <Choice
          label={words.first}
          value={first === 0 ? '0' : '1'}
          of={[
            ['0', { en: '0', 'zh-CN': '0' }],
            ['1', { en: '1', 'zh-CN': '1' }],
          ]}
          onChange={(changed) => useIterates.setState({ first: changed === '0' ? 0 : 1 })}
        />
      </div>
      <fieldset className={styles.columns}>
        <legend className="visually-hidden">{say(words.columns)}</legend>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(words.columns)}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {say(words[kind])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{say(words.loss)}</th>
              <td>
                <Tick
                  name={say(words.loss)}
                  isOn={has({ kind: 'loss' })}
                  onToggle={() => toggle({ kind: 'loss' })}
                />
              </td>
              <td />
              <td />
            </tr>
            {offered(run.source, run).map((node) => (
              <tr key={node}>
                <th scope="row">
                  <Name of={node} />
                </th>
                {kinds.map((kind) => (
                  <td key={kind}>
                    <Tick
                      name={say(words.column(kind, node))}
                      isOn={has({ kind, node })}
                      onToggle={() => toggle({ kind, node })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
    </div>
  );
}

interface TickProps {
  name: string;
  isOn: boolean;
  onToggle: () => void;
}

function Tick({ name, isOn, onToggle }: TickProps) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" aria-label={name} checked={isOn} onChange={onToggle} />
    </label>
  );
}
