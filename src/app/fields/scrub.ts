/** One step of scrubbing: a unit of the third digit of a fraction (`0.92` → 0.01), 1 for integers. */
export function stepOf(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return 1;
  return 10 ** -decimalsOf(Number(value.toPrecision(3)));
}

/** `value` moved by whole steps, without the binary dust of 0.1 + 0.2 and without losing digits. */
export function scrubbed(value: number, steps: number, step: number): number {
  const places = Math.max(decimalsOf(step), decimalsOf(value));
  return Number((value + steps * step).toFixed(Math.min(100, places)));
}

/** How many decimals a number is written with. */
function decimalsOf(value: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return Math.max(0, decimals - Number(exponent));
}
