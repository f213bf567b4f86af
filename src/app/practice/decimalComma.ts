/** Whether the reader's own system writes 0,5 for a half; an answer may then be written so too. */
export const decimalComma =
  new Intl.NumberFormat(navigator.language)
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal')?.value === ',';
