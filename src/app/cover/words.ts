/** The sentences of what stands in front of the canvas. */
export const words = {
  close: { en: 'Back to the canvas', 'zh-CN': '返回画布' },
} as const;
