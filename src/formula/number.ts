/** How many digits numbers are shown with: significant digits, decimals, or all there are. */
export type Digits = 'significant-6' | 'decimals-3' | 'decimals-4' | 'decimals-6' | 'full';

/**
 * A number as people see it, everywhere the same: six significant digits without trailing zeros
 * by default (`162`, `0.196612`, `1.23457e-8`), `∞`, `-∞`, `NaN`.
 */
export function formatNumber(value: number, digits: Digits = 'significant-6'): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞';
  if (value === 0) return '0';
  switch (digits) {
    case 'significant-6':
      return trim(value.toPrecision(6));
    case 'decimals-3':
      return decimals(value, 3);
    case 'decimals-4':
      return decimals(value, 4);
    case 'decimals-6':
      return decimals(value, 6);
    case 'full':
      return trim(String(value));
  }
}

/** Fixed decimals, unless that would show a number as 0 or run to a long tail of digits. */
function decimals(value: number, places: number): string {
  const fixed = value.toFixed(places);
  if (Math.abs(value) >= 1e12 || Number(fixed) === 0) return trim(value.toExponential(places));
  return fixed;
}

/** Drops trailing zeros behind the point and the plus of an exponent. */
function trim(text: string): string {
  const [mantissa, exponent] = text.split('e');
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return exponent === undefined ? short : `${short}e${exponent.replace('+', '')}`;
}
