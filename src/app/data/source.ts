import { useDocument } from '../store/document.ts';
import { type Source, useData } from './store.ts';

/** Where the data came from, while it is as it came; and what could not become data. */
export function useSourceInForce(): Source | null {
  const source = useData((data) => data.source);
  const columns = useDocument(({ graph }) => graph.dataset?.columns);
  if (source === null) return null;
  return source.columns === null || source.columns === columns ? source : null;
}

/** Forgets where the data came from. */
export function forgetSource(): void {
  useData.setState({ source: null, refusal: null });
}
