import { type Problem, problemText } from '../../graph/index.ts';
import type { Text } from '../../ops/index.ts';
import { currentNumbers } from '../appearance/numbers.ts';
import { useEvaluation } from '../store/evaluation.ts';
import { notify, useView } from '../store/view.ts';
import { focusIfSeen, goTo } from './goTo.ts';
import { stopsOf } from './stops.ts';

/** Goes to the nodes of the next problem (1) or the one before (-1), from what is marked, round and round. */
export function goToProblem(direction: 1 | -1): void {
  const stops = stopsOf(useEvaluation.getState().problems);
  if (stops.length === 0) return;
  const marked = [...useView.getState().selectedNodes].sort().join(' ');
  const here = stops.findIndex(({ nodes }) => [...nodes].sort().join(' ') === marked);
  const next = here < 0 && direction < 0 ? -1 : here + direction;
  const at = (next + stops.length) % stops.length;
  const { nodes, problems } = stops[at];
  goTo(nodes);
  focusIfSeen(nodes[0]);
  notify(stopText(at, stops.length, nodes, problems), 'info');
}

function stopText(
  at: number,
  count: number,
  nodes: readonly string[],
  problems: readonly Problem[],
): Text {
  const texts = problems.map((problem) => problemText(problem, currentNumbers().number));
  const place = count > 1 ? ` (${at + 1}/${count})` : '';
  const name = nodes.length === 1 ? nodes[0] : '';
  return {
    en: `${name && `${name}: `}${texts.map(({ en }) => en).join(' ')}${place}`,
    'zh-CN': `${name && `${name}：`}${texts.map((text) => text['zh-CN']).join('')}${place}`,
  };
}
