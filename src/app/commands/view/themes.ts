import type { Text } from '../../../ops/index.ts';
import { setTheme, type Theme, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** One command for each theme. */
export const themes: readonly Command[] = [
  theme('system', { en: 'Theme: as the system', 'zh-CN': '主题：跟随系统' }),
  theme('light', { en: 'Theme: light', 'zh-CN': '主题：浅色' }),
  theme('dark', { en: 'Theme: dark', 'zh-CN': '主题：深色' }),
];

function theme(theme: Theme, name: Text): Command {
  return {
    id: `theme-${theme}`,
    name,
    isOn: () => useView.getState().theme === theme,
    run: () => setTheme(theme),
  };
}
