import { type ReactNode, useEffect, useRef, useState } from 'react';
import { tensorSource } from '../../formula/index.ts';
import {
  connect,
  disconnect,
  downstreamOf,
  findNode,
  type Graph,
  type GraphNode,
  groupOf,
  localize,
  moveToGroup,
  portExists,
  rename,
  setOp,
  setValue,
} from '../../graph/index.ts';
import { arity, categories, type Operation, ops, portName, type Text } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { Each } from '../fields/Each.tsx';
import field from '../fields/field.module.css';
import { readValue } from '../fields/readValue.ts';
import { refusalText } from '../i18n/refusal.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import { useNodeValue } from '../store/evaluation.ts';
import { notify, select, useView } from '../store/view.ts';
import styles from './outline.module.css';
import { type Cell, closeEditor, elementOf, focusCell } from './store.ts';
import { useTrial } from './trial.ts';
import { editorName, operandName, words } from './words.ts';

/** What every editor of a cell gets to know. */
export interface EditorProps {
  node: GraphNode;
  /** What was typed to open it. */
  typed?: string;
}

/** A text that is taken over by Enter or by leaving, and not where it cannot be; Esc leaves it. */
interface TextEditorProps {
  label: string;
  initial: string;
  isTyped: boolean;
  /** Takes the text over; what comes back says why that cannot be. */
  commit: (text: string) => Promise<Text | undefined> | Text | undefined;
  onDone: (isLeaving: boolean) => void;
}

function TextEditor({ label, initial, isTyped, commit, onDone }: TextEditorProps) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const isOpen = useRef(true);
  const [text, setText] = useState(initial);
  const [reason, setReason] = useState<Text | null>(null);
  useEffect(() => {
    input.current?.focus();
    if (!isTyped) input.current?.select();
  }, [isTyped]);
  const finish = async (isLeaving: boolean) => {
    if (!isOpen.current) return;
    if (text === initial && !isTyped) {
      isOpen.current = false;
      onDone(isLeaving);
      return;
    }
    const refused = await commit(text);
    if (!isOpen.current) return;
    if (refused !== undefined && !isLeaving) {
      setReason(refused);
      return;
    }
    isOpen.current = false;
    if (refused !== undefined) notify(refused, 'wrong');
    onDone(isLeaving);
  };
  return (
    <>
      <input
        ref={input}
        className={field.box}
        value={text}
        aria-label={label}
        aria-invalid={reason !== null}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value);
          setReason(null);
        }}
        onBlur={() => void finish(true)}
        onKeyDown={(event) => {
          // Keys belong to the text, but for commands such as Ctrl+S.
          if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') void finish(false);
          if (event.key !== 'Escape') return;
          isOpen.current = false;
          onDone(false);
        }}
      />
      {reason !== null && (
        <span role="alert" className={styles.reason}>
          {say(reason)}
        </span>
      )}
    </>
  );
}

/** Renames a node. */
export function NameEditor({ node, typed }: EditorProps) {
  const say = useSay();
  const name = useRef(node.id);
  return (
    <TextEditor
      label={say(editorName('name', node.id))}
      initial={typed ?? node.id}
      isTyped={typed !== undefined}
      commit={(text) => {
        const to = text.trim();
        const result = rename(currentGraph(), node.id, to);
        if (!result.ok) return refusalText(result.refusal);
        edit(result.graph);
        name.current = to;
        if (useView.getState().selectedNodes.has(node.id)) select([to]);
        return undefined;
      }}
      onDone={(isLeaving) => leave({ id: name.current, column: 'name' }, isLeaving, node.id)}
    />
  );
}

/** Gives a leaf another value: a number, an expression of numbers, or a matrix. */
export function ValueEditor({ node, typed }: EditorProps) {
  const say = useSay();
  const value = useNodeValue(node.id);
  return (
    <TextEditor
      label={say(editorName('value', node.id))}
      initial={typed ?? (value === undefined ? '' : tensorSource(value))}
      isTyped={typed !== undefined}
      commit={async (text) => {
        const read = await readValue(text);
        if (!read.ok) return unread(text, read.reason);
        edit(setValue(currentGraph(), node.id, read.value));
        return undefined;
      }}
      onDone={(isLeaving) => leave({ id: node.id, column: 'value' }, isLeaving)}
    />
  );
}

function unread(text: string, reason: Text): Text {
  return {
    en: `“${text}” cannot be taken over: ${reason.en}.`,
    'zh-CN': `无法采用“${text}”：${reason['zh-CN']}。`,
  };
}

/** Gives a node another op of its kind. */
export function OpEditor({ node }: EditorProps) {
  const say = useSay();
  const trial = useTrial(`outline-op:${node.id}`);
  const kind = ops.get(node.op)?.kind;
  return (
    <Lists column="op" node={node} onGiveUp={trial.giveUp}>
      <select
        className={field.box}
        value={node.op}
        aria-label={say(editorName('op', node.id))}
        onChange={({ target }) => trial.attempt((base) => setOp(base, node.id, target.value))}
      >
        <OpOptions kind={kind} />
      </select>
    </Lists>
  );
}

/** The ops as choices of a list, by category. */
export function OpOptions({ kind }: { kind?: 'leaf' | 'operation' }) {
  const say = useSay();
  const { t } = useTranslation();
  const all = [...ops.values()].filter((op) => kind === undefined || op.kind === kind);
  return categories.map((category) => {
    const within = all.filter((op) => op.category === category);
    if (within.length === 0) return null;
    return (
      <optgroup key={category} label={t(`palette.categories.${category}`)}>
        {within.map((op) => (
          <option key={op.id} value={op.id}>
            {say(op.name)}
          </option>
        ))}
      </optgroup>
    );
  });
}

/** Connects the operands of a node: a list for each port, and one more where there can be one more. */
export function OperandsEditor({ node }: EditorProps) {
  const op = ops.get(node.op);
  const trial = useTrial(`outline-operands:${node.id}`);
  if (op?.kind !== 'operation') return null;
  const ports = Math.max(arity(op).least, (node.inputs ?? []).length);
  const count = ports + (portExists(node, ports) ? 1 : 0);
  return (
    <Lists column="operands" node={node} onGiveUp={trial.giveUp}>
      <Each of={Array.from({ length: count })}>
        {(_, port) => (
          <OperandList node={node} op={op} port={port} isSpare={port === ports} trial={trial} />
        )}
      </Each>
    </Lists>
  );
}

interface OperandProps {
  node: GraphNode;
  op: Operation;
  port: number;
  isSpare: boolean;
  trial: ReturnType<typeof useTrial>;
}

function OperandList({ node, op, port, isSpare, trial }: OperandProps) {
  const say = useSay();
  const numbers = useNumbers();
  const graph = useDocument((state) => state.graph);
  const behind = downstreamOf(graph, node.id);
  const choose = (source: string) => {
    trial.attempt((base) => withOperand(base, source, node.id, port));
    // Ports behind one that is gone have moved up.
    if (source === '') trial.settle();
  };
  return (
    <select
      className={field.box}
      value={node.inputs?.[port] ?? ''}
      aria-label={say(operandName(node.id, port, portName(op, port)))}
      // What was chosen in another list stands.
      onFocus={trial.settle}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="">{say(isSpare ? words.oneMore : words.notConnected)}</option>
      {graph.nodes
        .filter(({ id }) => id !== node.id && !behind.has(id))
        .map(({ id, op: kind, value }) => (
          <option key={id} value={id}>
            {kind === 'constant' && typeof value === 'number'
              ? `${id} = ${numbers.number(value)}`
              : id}
          </option>
        ))}
    </select>
  );
}

/** The graph with another operand, or none where the name is empty. */
function withOperand(graph: Graph, source: string, target: string, port: number): Graph {
  if (source === '') {
    const isThere = port < (findNode(graph, target)?.inputs ?? []).length;
    return isThere ? disconnect(graph, [{ target, port }]) : graph;
  }
  const result = connect(graph, source, target, port);
  return result.ok ? result.graph : graph;
}

/** Puts a node into a group or takes it out of all. */
export function GroupEditor({ node }: EditorProps) {
  const say = useSay();
  const language = useView((view) => view.language);
  const graph = useDocument((state) => state.graph);
  const trial = useTrial(`outline-group:${node.id}`);
  return (
    <Lists column="group" node={node} onGiveUp={trial.giveUp}>
      <select
        className={field.box}
        value={groupOf(graph, node.id)?.id ?? ''}
        aria-label={say(editorName('group', node.id))}
        onChange={({ target }) =>
          trial.attempt((base) => moveToGroup(base, new Set([node.id]), target.value || undefined))
        }
      >
        <option value="">{say(words.noGroup)}</option>
        {(graph.groups ?? []).map(({ id, title }) => (
          <option key={id} value={id}>
            {localize(title, language) || id}
          </option>
        ))}
      </select>
    </Lists>
  );
}

interface ListsProps {
  node: GraphNode;
  column: 'op' | 'operands' | 'group';
  onGiveUp: () => void;
  children: ReactNode;
}

/** One list or several in a cell: Enter is done, Esc takes back, leaving lets stand what was chosen. */
function Lists({ node, column, onGiveUp, children }: ListsProps) {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => box.current?.querySelector('select')?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its keys are those of the lists within
    <span
      ref={box}
      className={styles.lists}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.stopPropagation();
        if (event.key === 'Escape') onGiveUp();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        const cell: Cell = { id: node.id, column };
        leave(cell, false);
        // The next key finds the focus there; what was chosen stands already.
        elementOf(cell)?.focus();
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && box.current?.contains(relatedTarget)) return;
        leave({ id: node.id, column }, true);
      }}
    >
      {children}
    </span>
  );
}

/** Ends editing: the focus goes back to the cell, unless it has gone somewhere else by itself. */
function leave(cell: Cell, isLeaving: boolean, before = cell.id): void {
  if (isLeaving) closeEditor({ ...cell, id: before }, cell);
  else focusCell(cell);
}
