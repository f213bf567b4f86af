/** The languages the product speaks; both are complete at all times. */
export type Language = 'en' | 'zh-CN';

/** One user-visible text in every language. */
export type Text = Readonly<Record<Language, string>>;
