import { type Op, ops } from '../../ops/index.ts';

/** The ops a search text finds, best first; all of them for an empty text. */
export function matchingOps(text: string): Op[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...ops.values()];
  return [...ops.values()]
    .map((op) => ({ op, rank: rank(op, wanted) }))
    .filter(({ rank }) => rank < misses)
    .sort((a, b) => a.rank - b.rank)
    .map(({ op }) => op);
}

const misses = 9;

/** 0 for the name itself, more the looser the match; both languages and all keywords count. */
function rank(op: Op, wanted: string): number {
  const names = [op.name.en, op.name['zh-CN'], op.id, op.symbol].map((name) => name.toLowerCase());
  const keywords = (op.keywords ?? []).map((word) => word.toLowerCase());
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  if (keywords.some((word) => word.startsWith(wanted))) return 2;
  return [...names, ...keywords].some((name) => name.includes(wanted)) ? 3 : misses;
}
