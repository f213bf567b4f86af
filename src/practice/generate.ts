import { type Exercise, edgesOf, emptyGraph, type Graph } from '../graph/index.ts';
import { chanceOf } from './chance.ts';
import { type Level, plans } from './plans.ts';
import { exerciseOn } from './topics.ts';
import { variant } from './variants.ts';

/**
 * An exercise made up by a seed: level 1 is a chain of two operations, from level 2 on something
 * is used twice, level 5 is a 2-2-1 network with a loss. The same seed gives the same exercise
 * everywhere. It has ranges for further variants, and no positions: it is laid out when it opens.
 */
export function generate(level: Level, seed: number): Graph {
  const chance = chanceOf(seed);
  const plan = chance.pick(plans[level])(chance);
  const { leaves, operations } = plan;
  const ranges = leaves.flatMap(([{ id }, range]) => (range ? [[id, range] as const] : []));
  const variants = { ranges: Object.fromEntries(ranges) };
  const { format, version } = emptyGraph;
  const graph: Graph = {
    format,
    version,
    title: {
      en: `${plan.title.en}, no. ${seed}`,
      'zh-CN': `${plan.title['zh-CN']}（编号 ${seed}）`,
    },
    nodes: [...leaves.map(([node]) => node), ...operations],
    output: operations.at(-1)?.id,
    exercise: { version: 1, asked: [], variants },
  };
  const drawn = variant(graph, seed);
  // Data is not trained; what comes back to it is asked only where paths meet.
  const data = leaves.map(([node]) => node).filter(({ op }) => op === 'input');
  const uses = (id: string) => edgesOf(drawn).filter(({ source }) => source === id).length;
  const usedOnce = data.map(({ id }) => id).filter((id) => uses(id) === 1);
  const unasked = [...usedOnce, ...(plan.passing ?? [])].map((id) => `gradient:${id}`);
  const sections = plan.topics.map((topic) => exerciseOn(drawn, topic));
  const asked = sections.flatMap((section) => section.asked).filter((id) => !unasked.includes(id));
  const hidden = new Set([...sections.flatMap((section) => section.hidden ?? []), ...unasked]);
  for (const id of asked) hidden.delete(id);
  const { instructions } = plan;
  const exercise: Exercise = { version: 1, asked, hidden: [...hidden], instructions, variants };
  return { ...drawn, exercise };
}
