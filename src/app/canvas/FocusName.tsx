import { findNode, problemText } from '../../graph/index.ts';
import { ops, type Tensor } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import {
  useEdgeNumber,
  useEvaluation,
  useNodeGradient,
  useNodeValue,
} from '../store/evaluation.ts';
import { useSight } from '../store/lens.ts';
import { nameId, useFocus } from './focus.ts';
import { focusWords as words } from './focusWords.ts';

/**
 * All there is to say of the node or edge that has the focus, as its name for screen readers: only
 * one at a time needs it, so that a changed number does not rename a thousand nodes.
 */
export default function FocusName() {
  const at = useFocus((focus) => focus.at ?? '');
  const graph = useDocument((state) => state.graph);
  if (findNode(graph, at)) return <NodeName id={at} />;
  const [, source, target, port] = /^(.+)->(.+):(\d+)$/.exec(at) ?? [];
  if (target === undefined) return null;
  return <EdgeName id={at} source={source} target={target} port={Number(port)} />;
}

function NodeName({ id }: { id: string }) {
  const say = useSay();
  const node = useDocument((state) => findNode(state.graph, id));
  const problems = useEvaluation((state) => state.problemsOf.get(id));
  const { number } = useNumbers();
  const op = ops.get(node?.op ?? '');
  const value = useNumber(`value:${id}`, useNodeValue(id));
  const gradient = useNumber(`gradient:${id}`, useNodeGradient(id));
  const parts = [
    id,
    op ? say(op.name) : undefined,
    value && say(words.value(value)),
    gradient && say(words.gradient(gradient)),
    ...(problems ?? []).map((problem) => say(problemText(problem, number))),
  ];
  return <Name of={parts} />;
}

function EdgeName(edge: { id: string; source: string; target: string; port: number }) {
  const { id, source, target, port } = edge;
  const say = useSay();
  const value = useNumber(`value:${source}`, useNodeValue(source), id);
  const gradient = useNumber(`contribution:${id}`, useEdgeNumber(target, port, 'gradient'), id);
  const parts = [
    say(words.edge(source, target, port + 1)),
    value && say(words.value(value)),
    gradient && say(words.gradient(gradient)),
  ];
  return <Name of={parts} />;
}

function Name({ of }: { of: readonly (string | undefined)[] }) {
  const say = useSay();
  const told = of.filter((part) => part !== undefined);
  return (
    <p id={nameId} hidden>
      {told.join(say(words.comma))}
    </p>
  );
}

/** A number as it is seen, be it through a lens. */
function useNumber(quantity: string, evaluated: Tensor | undefined, edge?: string) {
  const numbers = useNumbers();
  const sight = useSight(quantity, evaluated, edge);
  if (sight.as === 'nothing' || sight.as === 'slot' || sight.value === undefined) return undefined;
  return numbers.briefly(sight.value);
}
