import type { Language, Text } from '../../ops/index.ts';
import { setLanguage, setTheme, type Theme, useView } from '../store/view.ts';
import type { Command } from './command.ts';

/** One command for each theme. */
export const themes: readonly Command[] = [
  theme('system', { en: 'Theme: as the system', 'zh-CN': '主题：跟随系统' }),
  theme('light', { en: 'Theme: light', 'zh-CN': '主题：浅色' }),
  theme('dark', { en: 'Theme: dark', 'zh-CN': '主题：深色' }),
];

/** One command for each language, in its own words. */
export const languages: readonly Command[] = [
  language('en', 'English'),
  language('zh-CN', '简体中文'),
];

function theme(theme: Theme, name: Text): Command {
  return {
    id: `theme-${theme}`,
    name,
    isOn: () => useView.getState().theme === theme,
    run: () => setTheme(theme),
  };
}

function language(language: Language, name: string): Command {
  return {
    id: `language-${language}`,
    name: { en: name, 'zh-CN': name },
    isOn: () => useView.getState().language === language,
    run: () => setLanguage(language),
  };
}
