import { arity, isRagged, type Op, ops, type Tensor } from '../ops/index.ts';
import { checkExercise } from './exerciseConsistency.ts';
import type { Graph, GraphNode } from './graph.ts';
import { checkGroups, checkNotes } from './groupConsistency.ts';
import { isName } from './name.ts';
import { cyclePath, indexNodes } from './order.ts';
import { at, type ReadError, unknownOp } from './readError.ts';
import { checkDataset, checkTraining } from './trainingConsistency.ts';

/** Errors that only the whole graph shows: names, operands, values, options, references, cycles. */
export function checkConsistency(graph: Graph): ReadError[] {
  const errors = [
    ...checkNames(graph),
    ...graph.nodes.flatMap(checkNode),
    ...checkLaterSections(graph),
  ];
  return errors.length > 0 ? errors : checkReferences(graph);
}

function checkNames(graph: Graph): ReadError[] {
  const seen = new Set<string>();
  return graph.nodes.flatMap(({ id }, i): ReadError[] => {
    if (!isName(id)) {
      return [
        at(
          id,
          'id',
          `the name ${id} is reserved; choose another one.`,
          `名称 ${id} 是保留名，请换一个。`,
        ),
      ];
    }
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const en = `node number ${i + 1} has the same id as an earlier one; give it another name.`;
    return [at(id, 'id', en, `第 ${i + 1} 个节点与前面的节点重名，请改名。`)];
  });
}

function checkNode(node: GraphNode): ReadError[] {
  const op = ops.get(node.op);
  if (op === undefined) return [{ node: node.id, key: 'op', text: unknownOp(node.op) }];
  return [...checkOperands(node, op), ...checkValue(node, op), ...checkOptions(node, op)];
}

function checkOperands({ id, inputs }: GraphNode, op: Op): ReadError[] {
  const { most } = arity(op);
  if (inputs === undefined || inputs.length <= most) return [];
  return most === 0
    ? [
        at(
          id,
          'inputs',
          `${op.id} is a leaf and takes no operands; remove the key.`,
          `${op.id} 是叶子节点，没有操作数；请删去这个键。`,
        ),
      ]
    : [
        at(
          id,
          'inputs',
          `${op.id} takes ${most} ${most === 1 ? 'operand' : 'operands'}, but ${inputs.length} are given; remove the last ones.`,
          `${op.id} 只有 ${most} 个操作数，这里给了 ${inputs.length} 个；请删去多余的。`,
        ),
      ];
}

function checkValue({ id, value }: GraphNode, op: Op): ReadError[] {
  if (value === undefined) return [];
  if (op.kind !== 'leaf') {
    return [
      at(
        id,
        'value',
        `only leaves have a value; that of ${op.id} is computed. Remove the key.`,
        `只有叶子节点带数值，${op.id} 的值由计算得到；请删去这个键。`,
      ),
    ];
  }
  if (!isRagged(value)) return [];
  return [
    at(
      id,
      'value',
      `the rows of a matrix must have the same length, but here they have ${rowLengths(value)}.`,
      `矩阵各行长度必须相同，这里分别为 ${rowLengths(value)}。`,
    ),
  ];
}

function checkOptions({ id, options = {} }: GraphNode, op: Op): ReadError[] {
  const rules = op.kind === 'leaf' ? {} : op.options;
  const known = Object.keys(rules);
  return Object.entries(options).flatMap(([key, value]): ReadError[] => {
    if (!known.includes(key)) {
      const en =
        known.length === 0 ? `${op.id} has no options` : `${op.id} knows: ${known.join(', ')}`;
      const zh =
        known.length === 0 ? `${op.id} 没有选项` : `${op.id} 的选项有：${known.join('、')}`;
      return [
        at(id, 'options', `there is no option "${key}"; ${en}.`, `没有选项 "${key}"；${zh}。`),
      ];
    }
    const { least, most } = rules[key];
    if (value >= least && value <= most) return [];
    const en = `the option "${key}" must lie between ${least} and ${most}, not ${value}.`;
    return [
      at(id, 'options', en, `选项 "${key}" 应在 ${least} 与 ${most} 之间，不能是 ${value}。`),
    ];
  });
}

/** Their rooms know what they mean; but what is no number could not be written back. */
function checkLaterSections({ nodes: _, ...sections }: Graph): ReadError[] {
  return Object.entries(sections)
    .filter(([, section]) => holdsInfinity(section))
    .map(([key]) => ({
      key,
      text: {
        en: 'a number in it is too large for a double; write a finite number.',
        'zh-CN': '其中有超出双精度范围的数，请写有限的数。',
      },
    }));
}

function holdsInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsInfinity);
}

function checkReferences(graph: Graph): ReadError[] {
  const index = indexNodes(graph);
  const errors = graph.nodes.flatMap(({ id, inputs = [] }) =>
    inputs
      .filter((source): source is string => source !== null && !index.has(source))
      .map((source) => dangling(id, 'inputs', source)),
  );
  if (graph.output !== undefined && !index.has(graph.output)) {
    errors.push(dangling(undefined, 'output', graph.output));
  }
  const cycle = errors.length === 0 ? cyclePath(graph) : null;
  if (cycle !== null) {
    const path = cycle.slice(0, 12).join(' → ') + (cycle.length > 12 ? ' → …' : '');
    errors.push(
      at(
        cycle[0],
        'inputs',
        `nodes feed each other in a circle: ${path}. Replace one of these operands.`,
        `节点首尾相连成了环：${path}。请更换其中一个操作数。`,
      ),
    );
  }
  if (errors.length > 0) return errors;
  return [
    ...checkGroups(graph),
    ...checkNotes(graph),
    ...checkExercise(graph),
    ...checkDataset(graph),
    ...checkTraining(graph),
  ];
}

function dangling(node: string | undefined, key: string, id: string): ReadError {
  const en = `there is no node ${id}; use the id of an existing node${key === 'inputs' ? ' or null' : ''}.`;
  const zh = `没有名为 ${id} 的节点；请改为已有节点的 id${key === 'inputs' ? ' 或 null' : ''}。`;
  return { node, key, text: { en, 'zh-CN': zh } };
}

function rowLengths(value: Tensor): string {
  if (typeof value === 'number') return '';
  return value.map((row) => (typeof row === 'number' ? '–' : row.length)).join(', ');
}
