const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The finite number a cell holds, if it holds one. */
export function numberIn(cell: string, decimalComma: boolean): number | undefined {
  const text = (decimalComma ? cell.replace(',', '.') : cell).replace('−', '-');
  const number = decimal.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** What somebody typed as a number: with a point or a comma, in digits of any width. */
export function numberTyped(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  return numberIn(plain, !plain.includes('.'));
}
