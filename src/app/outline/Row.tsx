import { CircleAlert, Trash2 } from 'lucide-react';
import { type ComponentType, memo, type ReactNode, useRef } from 'react';
import {
  type GraphNode,
  groupOf,
  localize,
  type Problem,
  problemText,
  shapeText,
} from '../../graph/index.ts';
import { arity, ops } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { useNodeShape } from '../canvas/shape.ts';
import { Each } from '../fields/Each.tsx';
import { Label } from '../fields/Label.tsx';
import { Name } from '../fields/Name.tsx';
import { Shown } from '../fields/Shown.tsx';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { useEvaluation, useNodeGradient, useNodeValue } from '../store/evaluation.ts';
import { useSight } from '../store/lens.ts';
import { select, useView } from '../store/view.ts';
import {
  type EditorProps,
  GroupEditor,
  NameEditor,
  OpEditor,
  OperandsEditor,
  ValueEditor,
} from './editors.tsx';
import styles from './outline.module.css';
import type { Column } from './rows.ts';
import { activate, type Cell, cellName, useOutline } from './store.ts';
import { removeName, words } from './words.ts';

interface RowProps {
  node: GraphNode;
  /** Its place among all rows, from 0. */
  row: number;
  columns: readonly Column[];
  isOutput: boolean;
  /** The column of the active cell, if that stands in this row. */
  active: Column | undefined;
  onAct: (cell: Cell) => void;
}

/** One node of the outline. */
export const Row = memo(function Row({ node, row, columns, isOutput, active, onAct }: RowProps) {
  const isSelected = useView((view) => view.selectedNodes.has(node.id));
  return (
    <tr
      data-node={node.id}
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      className={isSelected ? styles.selected : undefined}
    >
      {columns.map((column) => (
        <TableCell
          key={column}
          node={node}
          column={column}
          isOutput={isOutput}
          isActive={column === active}
          onAct={onAct}
        />
      ))}
    </tr>
  );
});

interface CellProps {
  node: GraphNode;
  column: Column;
  isOutput: boolean;
  isActive: boolean;
  onAct: (cell: Cell) => void;
}

const editors: Partial<Record<Column, ComponentType<EditorProps>>> = {
  name: NameEditor,
  op: OpEditor,
  operands: OperandsEditor,
  value: ValueEditor,
  group: GroupEditor,
};

function TableCell({ node, column, isOutput, isActive, onAct }: CellProps) {
  const editing = useOutline((state) => (isActive ? state.editing : null));
  const cell: Cell = { id: node.id, column };
  /** Whether the cell had the focus before the pointer came down on it. */
  const wasActive = useRef(false);
  const Editor = editing === null ? undefined : editors[column];
  const kind = ops.get(node.op)?.kind;
  const isRead =
    column === 'gradient' ||
    column === 'shape' ||
    (column === 'value' && kind !== 'leaf') ||
    (column === 'operands' && kind === 'leaf');
  const isAction = column === 'output' || column === 'remove';
  const shared = {
    'data-cell': cellName(cell),
    'data-column': column,
    tabIndex: isActive && Editor === undefined ? 0 : -1,
    'aria-readonly': isAction ? undefined : isRead,
    onFocus: ({ target, currentTarget }: React.FocusEvent) => {
      if (target !== currentTarget) return;
      if (!isActive) activate(cell);
      const { selectedNodes } = useView.getState();
      if (!selectedNodes.has(node.id)) select([node.id]);
    },
    onPointerDown: ({ currentTarget }: React.PointerEvent) => {
      wasActive.current = document.activeElement === currentTarget;
    },
    onClick: () => {
      if (Editor === undefined && wasActive.current && !isAction) onAct(cell);
    },
  };
  const content = Editor ? (
    <Editor node={node} typed={editing?.typed} />
  ) : (
    <Content node={node} column={column} isOutput={isOutput} onAct={onAct} />
  );
  return column === 'name' ? (
    <th scope="row" {...shared}>
      {content}
    </th>
  ) : (
    <td {...shared}>{content}</td>
  );
}

type ContentProps = Pick<CellProps, 'node' | 'column' | 'isOutput' | 'onAct'>;

function Content({ node, column, isOutput, onAct }: ContentProps): ReactNode {
  switch (column) {
    case 'name':
      return (
        <>
          <Name of={node.id} />
          {node.label !== undefined && (
            <span className={styles.label}>
              <Label id={node.id} label={node.label} />
            </span>
          )}
        </>
      );
    case 'op':
      return <OpName op={node.op} />;
    case 'operands':
      return <Operands node={node} />;
    case 'value':
      return <Value node={node} />;
    case 'gradient':
      return <Gradient id={node.id} />;
    case 'shape':
      return <Shape id={node.id} />;
    case 'group':
      return <GroupTitle id={node.id} />;
    case 'output':
      return <OutputCell id={node.id} isOutput={isOutput} onAct={onAct} />;
    case 'remove':
      return <RemoveCell id={node.id} onAct={onAct} />;
  }
}

function OpName({ op }: { op: string }) {
  const say = useSay();
  const known = ops.get(op);
  return (
    <span className={styles.op}>
      <span className={styles.symbol} aria-hidden="true">
        {known?.symbol}
      </span>
      {known ? say(known.name) : op}
    </span>
  );
}

function Operands({ node }: { node: GraphNode }) {
  const say = useSay();
  const op = ops.get(node.op);
  if (op?.kind !== 'operation') return <span className={styles.none}>–</span>;
  const inputs = [...(node.inputs ?? [])];
  while (inputs.length < arity(op).least) inputs.push(null);
  return (
    <>
      <Each of={inputs}>
        {(source, port) => (
          <span>
            {port > 0 && ', '}
            {source === null ? (
              <span className={styles.open}>{say(words.notConnected)}</span>
            ) : (
              <Operand id={source} />
            )}
          </span>
        )}
      </Each>
      <CellProblems id={node.id} of={(kind) => kind === 'missing-operand' || kind === 'cycle'} />
    </>
  );
}

/** An operand by its name; a constant also by its number, as on the canvas. */
function Operand({ id }: { id: string }) {
  const { number } = useNumbers();
  const constant = useDocument(({ graph }) => {
    const node = graph.nodes.find((node) => node.id === id);
    return node?.op === 'constant' && typeof node.value === 'number' ? node.value : undefined;
  });
  return (
    <>
      <Name of={id} />
      {constant !== undefined && <span className={styles.none}> = {number(constant)}</span>}
    </>
  );
}

function Value({ node }: { node: GraphNode }) {
  const quantity = `value:${node.id}`;
  const sight = useSight(quantity, useNodeValue(node.id));
  return (
    <>
      <span className={styles.value} data-role="value">
        {sight.as === 'nothing' || sight.as === 'slot' ? '?' : <Shown of={sight.value} />}
      </span>
      <CellProblems id={node.id} of={(kind) => kind !== 'missing-operand' && kind !== 'cycle'} />
    </>
  );
}

function Gradient({ id }: { id: string }) {
  const sight = useSight(`gradient:${id}`, useNodeGradient(id));
  return (
    <span className={styles.gradient} data-role="gradient">
      {sight.as === 'nothing' || sight.as === 'slot' ? '?' : <Shown of={sight.value} />}
    </span>
  );
}

function Shape({ id }: { id: string }) {
  const say = useSay();
  const shape = useNodeShape(id);
  return <span className={styles.none}>{shape ? say(shapeText(shape)) : '–'}</span>;
}

function GroupTitle({ id }: { id: string }) {
  const language = useView((view) => view.language);
  const title = useDocument(({ graph }) => {
    const group = groupOf(graph, id);
    return group && (localize(group.title, language) || group.id);
  });
  return title ?? <span className={styles.none}>–</span>;
}

interface ActionProps {
  id: string;
  onAct: (cell: Cell) => void;
}

function OutputCell({ id, isOutput, onAct }: ActionProps & { isOutput: boolean }) {
  const say = useSay();
  if (isOutput) return <span className={styles.output}>{say(words.isOutput)}</span>;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.action}
      onClick={() => onAct({ id, column: 'output' })}
    >
      {say(words.makeOutput)}
    </button>
  );
}

function RemoveCell({ id, onAct }: ActionProps) {
  const say = useSay();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.action}
      aria-label={say(removeName(id))}
      title={say(removeName(id))}
      onClick={() => onAct({ id, column: 'remove' })}
    >
      <Trash2 size={15} aria-hidden="true" />
    </button>
  );
}

/** What is wrong with a node, in the cell it is to be mended in. */
function CellProblems({ id, of }: { id: string; of: (kind: Problem['kind']) => boolean }) {
  const say = useSay();
  const { number } = useNumbers();
  const problems = useEvaluation(({ problemsOf }) => problemsOf.get(id) ?? none);
  return problems
    .filter(({ kind }) => of(kind))
    .map((problem) => {
      const text = say(problemText(problem, number));
      return (
        <span key={text} className={styles.problem}>
          <CircleAlert size={13} aria-hidden="true" />
          {text}
        </span>
      );
    });
}

const none: readonly Problem[] = [];
