import type { Text } from '../../../ops/index.ts';
import { coloursNames, digitsNames, edgeNames, words } from '../../appearance/words.ts';
import { type Appearance, choices, setAppearance, useAppearance } from '../../store/appearance.ts';
import { openDialog } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Opens the settings of how graphs look. */
export const openAppearance: Command = {
  id: 'appearance',
  name: { en: 'Appearance…', 'zh-CN': '外观…' },
  run: () => openDialog({ kind: 'appearance' }),
};

/** One command for each setting: what can be switched, and each choice. */
export const looks: readonly Command[] = [
  ...choices.digits.map((digits) => look(words.digits, digitsNames[digits], { digits })),
  ...choices.colours.map((colours) => look(words.colours, coloursNames[colours], { colours })),
  ...choices.edgeStyle.map((edgeStyle) => look(words.edges, edgeNames[edgeStyle], { edgeStyle })),
  toggle('showsShapes', { en: 'Show shapes', 'zh-CN': '显示形状' }),
  toggle('showsLocals', {
    en: 'Show local derivatives on edges',
    'zh-CN': '在边上显示局部导数',
  }),
];

function look(of: Text, name: Text, setting: Partial<Appearance>): Command {
  const [[key, choice]] = Object.entries(setting);
  return {
    id: `look-${key}-${choice}`,
    name: { en: `${of.en}: ${name.en}`, 'zh-CN': `${of['zh-CN']}：${name['zh-CN']}` },
    isOn: () => useAppearance.getState()[key as keyof Appearance] === choice,
    run: () => setAppearance(setting),
  };
}

function toggle(key: 'showsShapes' | 'showsLocals', name: Text): Command {
  return {
    id: `look-${key}`,
    name,
    isOn: () => useAppearance.getState()[key],
    run: () => setAppearance({ [key]: !useAppearance.getState()[key] }),
  };
}
