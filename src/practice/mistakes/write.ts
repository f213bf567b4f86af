import { formatNumber, formatTensor } from '../../formula/index.ts';
import type { Flat } from '../rule.ts';

/** A number as it is shown in a sentence; several as a list. */
export function show(numbers: Flat): string {
  return numbers.length === 1 ? formatNumber(numbers[0]) : formatTensor(numbers);
}
