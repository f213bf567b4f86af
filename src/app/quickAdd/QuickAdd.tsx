import { CornerDownLeft } from 'lucide-react';
import {
  type CSSProperties,
  type KeyboardEvent,
  lazy,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { emptyGraph, findNode, fits, type Graph } from '../../graph/index.ts';
import { type Op, ops, portName, type Shape, type Text } from '../../ops/index.ts';
import { useNodeShape } from '../canvas/shape.ts';
import { focusNode } from '../canvas/viewport.ts';
import { matchingOps } from '../fields/opMatches.ts';
import { Prose } from '../fields/Prose.tsx';
import { useTypedAhead } from '../fields/useTypedAhead.ts';
import { useSay } from '../i18n/say.ts';
import { isOpeningExample, useDocument } from '../store/document.ts';
import { notify, openQuickAdd, type QuickAdd as Request } from '../store/view.ts';
import { addOp, edgeOf } from './add.ts';
import { Examples } from './Examples.tsx';
import { FormulaField } from './FormulaField.tsx';
import { isFormula } from './formulaText.ts';
import { OpList } from './OpList.tsx';
import styles from './quickAdd.module.css';
import type { Reading } from './reading.ts';
import { Target } from './Target.tsx';
import { connected, words } from './words.ts';

const FormulaPreview = lazy(() => import('./FormulaPreview.tsx'));

const size = { width: 340, height: 440 };

/**
 * A field at the cursor for the name of an operation or for a formula, and below it the operations
 * found or what the formula will become. What is chosen is added there and connected.
 */
export default function QuickAdd({ request }: { request: Request }) {
  const say = useSay();
  const id = useId();
  const graph = useDocument((state) => state.graph);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [isBuilding, setIsBuilding] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { box, leave, close } = useLeaving();
  const operand = operandOf(graph, request);
  const shape = useNodeShape(operand ?? '');
  const offered = useMemo(() => offeredOps(graph, request, shape), [graph, request, shape]);
  const found = useMemo(
    () => matchingOps(text).filter((op) => offered.has(op.id)),
    [text, offered],
  );
  const isOne = isFormula(text, matchingOps(text).length > 0);
  const { isNew, setNew, canBeNew } = useTarget(graph, request);
  const [isDeclined, setDeclined] = useState(false);
  const reading = useReading(isNew ? emptyGraph : graph, isOne ? text : '');
  const candidate =
    reading?.ok && request.edge === undefined && !isPort(request) ? reading.candidate : undefined;
  const place = placeFor(request);
  useEffect(() => field.current?.focus(), []);
  useTypedAhead(setText);

  const choose = (op: Op) => {
    const added = addOp(op, request);
    close();
    if (added !== undefined) focusNode(added);
  };
  const build = async () => {
    if (!isOne || isBuilding) return;
    setIsBuilding(true);
    try {
      const { buildFormula } = await import('./build.ts');
      const isOutput = candidate === undefined ? undefined : !isDeclined;
      const output = await buildFormula(text, request, { isNew, isOutput });
      if (output === undefined) return;
      close();
      focusNode(output);
    } catch {
      notify(words.failed, 'wrong');
    } finally {
      setIsBuilding(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && !event.shiftKey) {
      if (isOne) void build();
      else if (found[active]) choose(found[active]);
    } else if (isOne) return;
    else if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else return;
    event.preventDefault();
  };
  const about = aboutOf(graph, request);
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={say(words.title)}
      tabIndex={-1}
      className={styles.box}
      style={place}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') leave();
        else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void build();
      }}
    >
      {about && (
        <p className={styles.about}>
          <Prose of={about} />
        </p>
      )}
      <FormulaField
        ref={field}
        text={text}
        label={say(words.field)}
        placeholder={say(words.placeholder)}
        faultAt={reading?.ok === false ? reading.refusal.at : undefined}
        list={isOne || found.length === 0 ? undefined : `${id}-list`}
        active={isOne || found.length === 0 ? undefined : `${id}-list-${active}`}
        describedBy={isOne ? `${id}-preview` : undefined}
        onChange={(next) => {
          setText(next);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {isOne ? (
        <>
          <div className={styles.scroll} aria-live="polite">
            {reading === undefined ? (
              <p className={styles.hint}>{say(words.reading)}</p>
            ) : (
              <Suspense>
                <FormulaPreview id={`${id}-preview`} reading={reading} />
              </Suspense>
            )}
          </div>
          <Target
            isNew={canBeNew ? isNew : undefined}
            candidate={candidate}
            isOutput={!isDeclined}
            onNew={setNew}
            onOutput={(isOn) => setDeclined(!isOn)}
          />
          <div className={styles.foot}>
            <span className={styles.hint}>{say(words.newLine)}</span>
            <button
              type="button"
              className={styles.build}
              disabled={reading?.ok !== true || isBuilding}
              onClick={() => void build()}
            >
              {say(words.build)} <CornerDownLeft size={14} aria-hidden="true" />
            </button>
          </div>
        </>
      ) : (
        <>
          {text.trim() === '' && (
            <Examples
              request={request}
              operand={operand}
              onChoose={(formula) => {
                setText(formula);
                field.current?.focus();
              }}
            />
          )}
          <OpList
            id={`${id}-list`}
            ops={found}
            active={active}
            none={say(offered.size < ops.size ? words.noneFits : words.none)}
            onPoint={setActive}
            onChoose={choose}
            onKeyDown={onKeyDown}
          />
        </>
      )}
    </div>
  );
}

/** The ids of the ops that can be connected to what is asked for, which has this shape if that is known. */
function offeredOps(graph: Graph, request: Request, shape?: Shape): ReadonlySet<string> {
  const edge = edgeOf(graph, request);
  const wire = edge ? { node: edge.source, port: 'out' as const } : request.wire;
  const isOffered = (op: Op) => wire === undefined || fits(graph, op, wire, shape);
  return new Set([...ops.values()].filter(isOffered).map((op) => op.id));
}

/** Where what is chosen will be connected, in a sentence. */
function aboutOf(graph: Graph, request: Request): Text | undefined {
  const { wire } = request;
  const edge = edgeOf(graph, request);
  if (edge !== undefined) return connected.between(edge.source, edge.target);
  if (wire === undefined) return undefined;
  if (wire.port === 'out') return connected.from(wire.node);
  const op = ops.get(findNode(graph, wire.node)?.op ?? '');
  if (op?.kind !== 'operation') return undefined;
  const port = portName(op, wire.port);
  return connected.into(wire.node, port.en, port['zh-CN']);
}

/** Whether the result of a formula is wanted by an operand port. */
function isPort({ wire }: Request): boolean {
  return wire !== undefined && wire.port !== 'out';
}

/**
 * Whether a formula begins a graph of its own or joins the one there is. Without being told, it joins
 * what somebody made, and takes the place of the example the page opens with.
 */
function useTarget(graph: Graph, request: Request) {
  const isOpening = useDocument(isOpeningExample);
  const [chosen, setNew] = useState<boolean>();
  const isFree = request.wire === undefined && request.edge === undefined;
  const canBeNew = isFree && graph.nodes.length > 0;
  return { canBeNew, isNew: canBeNew && (chosen ?? isOpening), setNew };
}

/** The node whose value is going to be used. */
function operandOf(graph: Graph, request: Request): string | undefined {
  const { wire } = request;
  return wire?.port === 'out' ? wire.node : edgeOf(graph, request)?.source;
}

/**
 * Beside the point it is asked for at, within the window. A wire stays in sight: the box begins where
 * it ends, on the side it leads to.
 */
function placeFor({ at, wire, isAnywhere }: Request): CSSProperties {
  const aside = wire === undefined ? 0 : wire.port === 'out' ? 14 : -14 - size.width;
  const offset =
    isAnywhere && wire === undefined
      ? { x: -size.width / 2, y: -size.height / 2 }
      : { x: aside, y: wire ? -24 : 0 };
  const within = (place: number, room: number, length: number) =>
    Math.max(8, Math.min(place, room - length - 8));
  const left = within(at.x + offset.x, window.innerWidth, size.width);
  const top = within(at.y + offset.y, window.innerHeight, size.height);
  // As variables, so that narrow windows can put it elsewhere.
  const place = { '--left': left, '--top': top, '--width': size.width, '--height': size.height };
  return Object.fromEntries(Object.entries(place).map(([key, length]) => [key, `${length}px`]));
}

/** What a text would become; undefined while that is not known yet. */
function useReading(graph: Graph, text: string): Reading | undefined {
  const [reader, setReader] = useState<typeof import('./reading.ts')>();
  useEffect(() => {
    import('./reading.ts').then(setReader, () => notify(words.noReader, 'wrong'));
  }, []);
  const settled = useDeferredValue(text);
  return useMemo(
    () => (settled.trim() === '' ? undefined : reader?.readFormula(graph, settled)),
    [graph, settled, reader],
  );
}

/** Ways out: a press anywhere else, the focus going elsewhere, or Esc, which gives the focus back. */
function useLeaving() {
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef(document.activeElement);
  const close = useCallback(() => openQuickAdd(null), []);
  const leave = () => {
    close();
    const { current } = opener;
    // An edge is an SVG element.
    const isElement = current instanceof HTMLElement || current instanceof SVGElement;
    if (isElement && current.isConnected && current !== document.body) {
      current.focus();
    } else focusNode();
  };
  useEffect(() => {
    const isOutside = (target: EventTarget | null) =>
      target instanceof Node && !box.current?.contains(target);
    const onPointerDown = ({ target }: PointerEvent) => {
      if (isOutside(target)) close();
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      if (isOutside(target)) close();
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    document.addEventListener('focusin', onFocusIn);
    return () => {
      window.removeEventListener('pointerdown', onPointerDown, true);
      document.removeEventListener('focusin', onFocusIn);
    };
  }, [close]);
  return { box, leave, close };
}
