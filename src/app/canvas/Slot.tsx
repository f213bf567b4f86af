import { useLens } from '../store/lens.ts';

/** What the lens puts in the place of a quantity. */
export function Slot({ of }: { of: string }) {
  const Filling = useLens(({ lens }) => lens?.Slot);
  if (Filling === undefined) return null;
  return (
    <span className="nodrag nopan nokey" data-quantity={of}>
      <Filling quantity={of} />
    </span>
  );
}
