import { type Digits, formatBriefly, formatNumber, formatTensor } from '../../formula/index.ts';
import type { Tensor } from '../../ops/index.ts';

/** Writes numbers, all with the same digits. */
export interface Numbers {
  readonly digits: Digits;
  readonly number: (number: number) => string;
  readonly tensor: (tensor: Tensor) => string;
  /** For places with little room, see `formatBriefly`. */
  readonly briefly: (tensor: Tensor) => string;
}

const made = new Map<Digits, Numbers>();

/** One object for each choice of digits, so that what depends on it changes with it alone. */
export function numbersWith(digits: Digits): Numbers {
  const known = made.get(digits);
  if (known) return known;
  const numbers: Numbers = {
    digits,
    number: (number) => formatNumber(number, digits),
    tensor: (tensor) => formatTensor(tensor, digits),
    briefly: (tensor) => formatBriefly(tensor, digits),
  };
  made.set(digits, numbers);
  return numbers;
}
