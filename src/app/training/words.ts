/** The sentences of the training panel. */
export const words = {
  heading: { en: 'Train', 'zh-CN': '训练' },
} as const;
