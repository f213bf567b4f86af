import type { ReactNode } from 'react';
import type { LineStyle } from '../../drawing/index.ts';
import { formatNumber } from '../../formula/index.ts';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import { type Appearance, choices, setAppearance, useAppearance } from '../store/appearance.ts';
import { setLanguage, setTheme, useView } from '../store/view.ts';
import styles from './appearance.module.css';
import { coloursNames, digitsNames, edgeNames, languageNames, themeNames, words } from './words.ts';

/** Everything about how the page looks. Each choice is in force at once. */
export default function AppearanceSettings() {
  const say = useSay();
  const appearance = useAppearance();
  const theme = useView((view) => view.theme);
  const language = useView((view) => view.language);
  return (
    <div className={styles.settings}>
      <Choices
        name="digits"
        legend={words.digits}
        note={words.digitsNote}
        of={choices.digits}
        names={digitsNames}
        chosen={appearance.digits}
        sample={(digits) => (
          <span className={styles.number}>
            {formatNumber(18, digits)} {formatNumber(sigmoidSlope, digits)}
          </span>
        )}
        onChoose={(digits) => setAppearance({ digits })}
      />
      <Choices
        name="colours"
        legend={words.colours}
        note={words.coloursNote}
        of={choices.colours}
        names={coloursNames}
        chosen={appearance.colours}
        sample={(colours) => (
          <span className={styles.number} data-colours={colours}>
            <b className={styles.value}>162 {say(words.value)}</b>{' '}
            <b className={styles.gradient}>∇ 63 {say(words.gradient)}</b>
          </span>
        )}
        onChoose={(colours) => setAppearance({ colours })}
      />
      <Choices
        name="edge-style"
        legend={words.edges}
        of={choices.edgeStyle}
        names={edgeNames}
        chosen={appearance.edgeStyle}
        sample={(style) => <Line style={style} />}
        onChoose={(edgeStyle) => setAppearance({ edgeStyle })}
      />
      <fieldset className={styles.group}>
        <legend>{say(words.extras)}</legend>
        <Switch of="showsShapes" name={words.shapes} />
        <Switch of="showsLocals" name={words.locals} />
      </fieldset>
      <Choices
        name="theme"
        legend={words.theme}
        of={['system', 'light', 'dark']}
        names={themeNames}
        chosen={theme}
        onChoose={setTheme}
      />
      <Choices
        name="language"
        legend={words.language}
        of={['en', 'zh-CN']}
        names={languageNames}
        chosen={language}
        onChoose={setLanguage}
      />
    </div>
  );
}

/** A number with more digits than anybody wants: the slope of the sigmoid at 1. */
const sigmoidSlope = 0.19661193324148185;

interface ChoicesProps<Choice extends string> {
  name: string;
  legend: Text;
  note?: Text;
  of: readonly Choice[];
  names: Readonly<Record<Choice, Text>>;
  chosen: Choice;
  /** What a choice looks like, behind its name. */
  sample?: (choice: Choice) => ReactNode;
  onChoose: (choice: Choice) => void;
}

function Choices<Choice extends string>(props: ChoicesProps<Choice>) {
  const { name, legend, note, of, names, chosen, sample, onChoose } = props;
  const say = useSay();
  return (
    <fieldset className={styles.group}>
      <legend>{say(legend)}</legend>
      {of.map((choice) => (
        <label key={choice} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={choice}
            checked={choice === chosen}
            onChange={() => onChoose(choice)}
          />
          <span>{say(names[choice])}</span>
          {sample && <span className={styles.sample}>{sample(choice)}</span>}
        </label>
      ))}
      {note && <p className={styles.note}>{say(note)}</p>}
    </fieldset>
  );
}

interface SwitchProps {
  of: Extract<keyof Appearance, `shows${string}`>;
  name: Text;
}

function Switch({ of, name }: SwitchProps) {
  const say = useSay();
  const isOn = useAppearance((appearance) => appearance[of]);
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => setAppearance({ [of]: target.checked })}
      />
      <span>{say(name)}</span>
    </label>
  );
}

const lines: Readonly<Record<LineStyle, string>> = {
  curved: 'M2,20 C30,20 30,4 58,4',
  straight: 'M2,20 L58,4',
  stepped: 'M2,20 H26 Q30,20 30,16 V8 Q30,4 34,4 H58',
};

function Line({ style }: { style: LineStyle }) {
  return (
    <svg width="60" height="24" aria-hidden="true" className={styles.line}>
      <path d={lines[style]} />
    </svg>
  );
}
