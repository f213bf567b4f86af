import { portCount } from '../../drawing/index.ts';
import {
  downstreamOf,
  findNode,
  type Graph,
  type GraphNode,
  upstreamOf,
} from '../../graph/index.ts';
import { ops, portName, type Text } from '../../ops/index.ts';

/** One wire that could be laid, seen from its loose end. */
export interface Offer {
  /** The node at the far end. */
  readonly node: GraphNode;
  readonly port: number;
  /** The name of the operand port. */
  readonly portName: Text;
  /**
   * What is said of it: the port is free, is one more of a node that takes any number, holds another
   * operand now or this very one, or the wire would close a circle and cannot be laid.
   */
  readonly state: 'free' | 'more' | 'taken' | 'same' | 'circle';
  /** What the port holds now. */
  readonly now?: string;
}

/** Where the value of a node can go: every operand port of every other node, free ones first. */
export function targetsOf(graph: Graph, source: string): readonly Offer[] {
  const above = upstreamOf(graph, source);
  const offers = graph.nodes.flatMap((node) =>
    node.id === source
      ? []
      : portsOf(node).map((offer): Offer => {
          if (above.has(node.id)) return { ...offer, state: 'circle' };
          return offer.now === source ? { ...offer, state: 'same' } : offer;
        }),
  );
  return inOrder(offers);
}

/** Where a port can take its operand from: every other node, those that cannot be last. */
export function sourcesOf(graph: Graph, target: string, port: number): readonly Offer[] {
  const node = findNode(graph, target);
  const here = node && portsOf(node)[port];
  if (here === undefined) return [];
  const below = downstreamOf(graph, target);
  const offers = graph.nodes.map((source): Offer => {
    const { now, portName } = here;
    const state = below.has(source.id) ? 'circle' : now === source.id ? 'same' : here.state;
    return { node: source, port, portName, state, now };
  });
  return inOrder(offers.filter((offer) => offer.node.id !== target));
}

/** The operand ports of a node, with what they hold; one more at the end where it can grow. */
export function portsOf(node: GraphNode): readonly Offer[] {
  const op = ops.get(node.op);
  if (op?.kind !== 'operation') return [];
  return Array.from({ length: portCount(node) }, (_, port): Offer => {
    const now = node.inputs?.[port] ?? undefined;
    const isMore = op.ports.kind === 'variadic' && port >= (node.inputs?.length ?? 0);
    const state = now !== undefined ? 'taken' : isMore ? 'more' : 'free';
    return { node, port, portName: portName(op, port), state, now };
  });
}

/** Those that fit what was typed: every word begins one of the node's, its operation's or the port's. */
export function matching(offers: readonly Offer[], text: string): readonly Offer[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return offers.filter(({ state }) => state !== 'circle');
  const fits = offers.filter((offer) => {
    const told = tellTale(offer);
    return words.every((word) => told.some((name) => begins(name, word)));
  });
  const rank = ({ node }: Offer) => {
    const name = node.id.toLowerCase();
    return name === words[0] ? 0 : name.startsWith(words[0]) ? 1 : 2;
  };
  return fits.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a word of a name begins with what was typed; Chinese writes its words in one. */
function begins(name: string, typed: string): boolean {
  return /[^\p{ASCII}]/u.test(typed)
    ? name.includes(typed)
    : ` ${name.replace(/[^\p{L}\p{N}]/gu, ' ')}`.includes(` ${typed}`);
}

function tellTale({ node, port, portName }: Offer): string[] {
  const op = ops.get(node.op);
  const names = [node.id, node.op, op?.name.en ?? '', op?.name['zh-CN'] ?? ''];
  return [...names, portName.en, portName['zh-CN'], String(port + 1)].map((name) =>
    name.toLowerCase(),
  );
}

const order = { free: 0, more: 1, taken: 2, same: 3, circle: 4 };

function inOrder(offers: readonly Offer[]): readonly Offer[] {
  return offers.toSorted((a, b) => order[a.state] - order[b.state]);
}
