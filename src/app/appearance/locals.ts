import { useAppearance } from '../store/appearance.ts';
import { useLens } from '../store/lens.ts';
import { useView } from '../store/view.ts';

/** Whether edges show local derivatives: as it was chosen, but an exercise says so by its lens. */
export function useShowsLocals(): boolean {
  const isChosen = useAppearance((appearance) => appearance.showsLocals);
  const isPractice = useView((view) => view.mode === 'practise');
  const isShownByLens = useLens(({ lens }) => lens?.hasLocals ?? false);
  return isShownByLens || (isChosen && !isPractice);
}
