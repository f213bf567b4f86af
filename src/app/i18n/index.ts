import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { useView } from '../store/view.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** Makes the page speak the chosen language, now and whenever the choice changes. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: useView.getState().language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = useView.getState().language;
  useView.subscribe(({ language }, before) => {
    if (language === before.language) return;
    document.documentElement.lang = language;
    void i18next.changeLanguage(language);
  });
}
