import { useAppearance } from '../store/appearance.ts';
import { useView } from '../store/view.ts';
import { type Numbers, numbersWith } from './written.ts';

export type { Numbers } from './written.ts';

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
