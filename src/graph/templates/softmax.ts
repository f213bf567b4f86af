import { graphOf, grid, input, join, operation, type Part, sumHeight } from './part.ts';
import { settingIn, type Template, type TemplateSetting } from './template.ts';

/** From one score to the next. */
export const softmaxRow = 260;

/** How far a softmax reaches to the right. */
export const softmaxWidth = 2 * grid.column + 176;

/** eᶻ of every score, their sum, and the share of each, in a box. */
export function softmaxPart(
  scores: readonly string[],
  results: readonly string[],
  x: number,
  y: number,
): Part {
  const powers = scores.map((_, i) => `e${i + 1}`);
  // Between two rows: an edge from a power to its share runs along each row.
  const center =
    y + Math.floor((scores.length + 1) / 2) * softmaxRow - (softmaxRow - grid.card) / 2;
  const nodes = [
    ...powers.map((id, i) => operation(id, 'exp', [scores[i]], x, y + i * softmaxRow)),
    operation('S', 'add', powers, x + grid.column, center - sumHeight(powers.length) / 2),
    ...results.map((id, i) =>
      operation(id, 'divide', [powers[i], 'S'], x + 2 * grid.column, y + i * softmaxRow),
    ),
  ];
  const title = { en: 'Softmax', 'zh-CN': 'Softmax' };
  return { nodes, groups: [{ id: 'softmax', title, nodes: nodes.map(({ id }) => id) }] };
}

// The first three are those of the notes.
const scores = [3, 1, -3, 0, 2, -1, 1.5, -2];

const classes: TemplateSetting = {
  id: 'classes',
  name: { en: 'Classes', 'zh-CN': '类别数' },
  least: 2,
  most: scores.length,
  default: 3,
};

/** Softmax of n scores, from scalars. */
export const softmax: Template = {
  id: 'softmax',
  name: { en: 'Softmax', 'zh-CN': 'Softmax' },
  about: {
    en: 'Turns scores into probabilities that add up to 1: each exponential over the sum of all.',
    'zh-CN': '把得分变成和为 1 的概率：各自的指数除以所有指数之和。',
  },
  settings: [classes],
  takes: classes,
  build(settings) {
    const given = scores
      .slice(0, settingIn(settings, classes))
      .map((value, i) => ({ id: `z${i + 1}`, value }));
    const results = given.map((_, i) => `a${i + 1}`);
    const nodes = given.map((score, i) => input(score, 0, i * softmaxRow + 4));
    const ids = given.map(({ id }) => id);
    return graphOf(
      join({ nodes }, softmaxPart(ids, results, grid.lead, 0)),
      softmax.name,
      results[0],
    );
  },
};
