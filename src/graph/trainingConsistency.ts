import { shapeOf } from '../ops/index.ts';
import type { Graph } from './graph.ts';
import { indexNodes } from './order.ts';
import type { ReadError } from './readError.ts';

/** Errors of the data that only the whole file shows; the form of the section must be right. */
export function checkDataset(graph: Graph): ReadError[] {
  const { dataset } = graph;
  if (dataset === undefined) return [];
  const { columns, bind = {}, scale = {} } = dataset;
  const names = columns.map(({ name }) => name);
  const rows = columns[0]?.values.length ?? 0;
  const columnErrors = columns.flatMap(({ name, values, labels }, i): ReadError[] => {
    const key = 'dataset.columns';
    if (names.indexOf(name) < i) {
      return [error(key, `two are named "${name}"; rename one.`, `有两列都叫“${name}”，请改名。`)];
    }
    if (values.length !== rows) {
      const en = `"${name}" has ${values.length} values, but "${names[0]}" has ${rows}; all columns are equally long.`;
      const zh = `“${name}”有 ${values.length} 个值，而“${names[0]}”有 ${rows} 个；各列应一样长。`;
      return [error(key, en, zh)];
    }
    const odd = labels && values.find((value) => labels[value] === undefined);
    if (odd === undefined) return [];
    const en = `${odd} in "${name}" stands for no label; labels are counted from 0.`;
    return [error(key, en, `“${name}”中的 ${odd} 没有对应的标签；标签从 0 数起。`)];
  });
  const boundErrors = Object.entries(bind).flatMap(([id, column]): ReadError[] => {
    const key = `dataset.bind.${id}`;
    const fault = leafFault(graph, id, 'input');
    if (fault) return [error(key, ...fault)];
    return names.includes(column) ? [] : [noColumn(key, column)];
  });
  const scaleErrors = Object.keys(scale)
    .filter((column) => !names.includes(column))
    .map((column) => noColumn(`dataset.scale.${column}`, column));
  return [...columnErrors, ...boundErrors, ...scaleErrors];
}

/** Errors of the training section that only the graph around it shows; its form must be right. */
export function checkTraining(graph: Graph): ReadError[] {
  const { training } = graph;
  if (training === undefined) return [];
  const { move, frozen = [], start = {} } = training;
  const named: (readonly [string, string])[] = [
    ...frozen.map((id) => ['training.frozen', id] as const),
    ...Object.keys(start).map((id) => [`training.start.${id}`, id] as const),
  ];
  if (move.by === 'target') {
    for (const key of ['shares', 'clamps'] as const) {
      for (const id of Object.keys(move[key] ?? {})) named.push([`training.move.${key}.${id}`, id]);
    }
  }
  const errors = named.flatMap(([key, id]): ReadError[] => {
    const fault = leafFault(graph, id, 'parameter');
    return fault ? [error(key, ...fault)] : [];
  });
  if (errors.length > 0) return errors;
  const index = indexNodes(graph);
  return Object.entries(start).flatMap(([id, value]): ReadError[] => {
    const node = graph.nodes[index.get(id) ?? -1];
    if (shapeOf(value).join() === shapeOf(node?.value ?? 0).join()) return [];
    const en = `its shape is not that of the value of ${id}.`;
    return [error(`training.start.${id}`, en, `形状与 ${id} 的值不同。`)];
  });
}

/** Why a node cannot be named here; data goes into inputs of single numbers alone. */
function leafFault(
  graph: Graph,
  id: string,
  op: 'input' | 'parameter',
): readonly [en: string, zh: string] | undefined {
  const node = graph.nodes[indexNodes(graph).get(id) ?? -1];
  if (node === undefined) {
    return [
      `there is no node ${id}; name an existing one.`,
      `没有名为 ${id} 的节点，请改为已有的节点。`,
    ];
  }
  if (node.op !== op) {
    const kinds = { input: '输入', parameter: '参数' };
    return [`${id} is no ${op}; name one.`, `${id} 不是${kinds[op]}节点，请改为${kinds[op]}。`];
  }
  if (op === 'parameter' || typeof (node.value ?? 0) === 'number') return undefined;
  return [
    `${id} holds more than one number; columns go into inputs of one.`,
    `${id} 不是单个数；一列数据只能对应存放单个数的输入。`,
  ];
}

function noColumn(key: string, column: string): ReadError {
  const en = `there is no column "${column}"; name an existing one.`;
  return error(key, en, `没有名为“${column}”的列，请改为已有的列。`);
}

function error(key: string, en: string, zh: string): ReadError {
  return { key, text: { en, 'zh-CN': zh } };
}
