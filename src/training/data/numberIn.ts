const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Thousands parted by commas, and the same with nothing behind them: what looks like decimals, too. */
const grouped = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/;
const grouping = /^[+-]?[1-9]\d{0,2}([,.]\d{3})+$/;

/** The finite number a cell holds, if it holds one; the other of comma and point may part thousands. */
export function numberIn(cell: string, decimalComma: boolean): number | undefined {
  const plain = halfWidth(cell).replace('−', '-');
  const pointed = decimalComma
    ? plain.replace(/[,.]/g, (sign) => (sign === ',' ? '.' : ','))
    : plain;
  const text = grouped.test(pointed) ? pointed.replaceAll(',', '') : pointed;
  const number = decimal.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** Whether commas rather than points stand before decimals in some cells, as most of them have it. */
export function usesDecimalComma(cells: Iterable<string>): boolean {
  const count = { ',': 0, '.': 0 };
  for (const cell of cells) {
    for (const sign of [',', '.'] as const) {
      // 1,200 may be either.
      const isClear = cell.includes(sign) && !grouping.test(cell);
      if (isClear && numberIn(cell, sign === ',') !== undefined) count[sign]++;
    }
  }
  return count[','] > count['.'];
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
