import type { Language } from '../../../ops/index.ts';
import { setLanguage, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** One command for each language, in its own words. */
export const languages: readonly Command[] = [
  language('en', 'English'),
  language('zh-CN', '简体中文'),
];

function language(language: Language, name: string): Command {
  return {
    id: `language-${language}`,
    name: { en: name, 'zh-CN': name },
    isOn: () => useView.getState().language === language,
    run: () => setLanguage(language),
  };
}
