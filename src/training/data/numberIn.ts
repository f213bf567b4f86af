const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The finite number a cell holds, if it holds one; with a decimal comma, a point is none. */
export function numberIn(cell: string, decimalComma: boolean): number | undefined {
  const plain = halfWidth(cell);
  if (decimalComma && plain.includes('.')) return undefined;
  const text = (decimalComma ? plain.replace(',', '.') : plain).replace('−', '-');
  const number = decimal.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** What somebody typed as a number: with a point or a comma, in digits of any width. */
export function numberTyped(text: string): number | undefined {
  const plain = halfWidth(text).trim();
  return numberIn(plain, !plain.includes('.'));
}

/** Signs that Chinese keyboards write as wide as a character, as they are elsewhere. */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
