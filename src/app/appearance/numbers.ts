import { type Digits, formatBriefly, formatNumber, formatTensor } from '../../formula/index.ts';
import type { Tensor } from '../../ops/index.ts';
import { useAppearance } from '../store/appearance.ts';
import { useView } from '../store/view.ts';

/** Writes numbers, all with the same digits. */
export interface Numbers {
  readonly digits: Digits;
  readonly number: (number: number) => string;
  readonly tensor: (tensor: Tensor) => string;
  /** For places with little room, see `formatBriefly`. */
  readonly briefly: (tensor: Tensor) => string;
}

/**
 * How the page writes numbers: with the digits that were chosen. In practice it is always six, since
 * answers are marked by the digits that are shown.
 */
export function useNumbers(): Numbers {
  const chosen = useAppearance((appearance) => appearance.digits);
  const isPractice = useView((view) => view.mode === 'practise');
  return numbersWith(isPractice ? 'significant-6' : chosen);
}

/** The same outside of components. */
export function currentNumbers(): Numbers {
  const isPractice = useView.getState().mode === 'practise';
  return numbersWith(isPractice ? 'significant-6' : useAppearance.getState().digits);
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
