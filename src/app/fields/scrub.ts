/** One step of scrubbing: a unit of the last digit the number is written with, 1 for integers. */
export function stepOf(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return 1;
  const [mantissa, exponent = '0'] = String(Number(value.toPrecision(3))).split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return 10 ** (Number(exponent) - decimals);
}

/** `value` moved by whole steps and rounded to the step, so that 0.1 + 0.2 shows as 0.3. */
export function scrubbed(value: number, steps: number, step: number): number {
  const places = Math.max(0, Math.min(20, -Math.floor(Math.log10(step) + 1e-9)));
  const moved = value + steps * step;
  return Number(moved.toFixed(Math.max(places, 0)));
}
