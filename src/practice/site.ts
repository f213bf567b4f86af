import { nameText } from '../formula/explain.ts';
import {
  type Edge,
  edgeId,
  findNode,
  type Graph,
  type GraphNode,
  parseQuantity,
} from '../graph/index.ts';
import { type Operation, ops, type Text } from '../ops/index.ts';
import type { Assignment } from './assignment.ts';
import type { Book } from './book.ts';
import { operandsOf } from './recipes.ts';
import type { Flat, Rule } from './rule.ts';

/** A quantity, and around it the numbers that a mistake can be made with. */
export interface Site {
  readonly graph: Graph;
  /** The id of the quantity. */
  readonly id: string;
  /** A node's name for sentences: constants go by their numbers. */
  readonly called: (id: string) => string;
  /** Whether a number can be read off, so that nothing goes wrong in working it out. */
  readonly isRead: (id: string) => boolean;
  /** The quantity's numbers as they come from its inputs. */
  readonly worked: Flat;
  /** A quantity's numbers as the learner has them. */
  readonly at: (id: string) => Flat;
  /** The quantity worked out from changed inputs. */
  readonly remake: (change: (numbers: Flat) => Flat) => Flat;
  /** The quantity where parameters have already been moved by an update; one result per way. */
  readonly updated: () => readonly Flat[];
}

/** The value of an operation. */
export interface ValueSite extends Site {
  readonly node: GraphNode;
  readonly op: Operation;
  readonly rule: Rule;
  readonly operands: readonly string[];
}

/** An edge: its local derivative, or what it passes back. */
export interface EdgeSite extends ValueSite {
  readonly edge: Edge;
  /** The numbers of all operands of the target, in port order. */
  readonly operandNumbers: readonly Flat[];
  readonly upstream: Flat;
  /** The local derivative; undefined where it is no elementwise factor. */
  readonly local: Flat | undefined;
  readonly contribution: Flat;
}

/** The gradient of a node, with the edges that leave it in the order the backward pass takes them. */
export interface GradientSite extends Site {
  readonly node: GraphNode;
  readonly leaving: readonly EdgeSite[];
}

/** What a mistake makes of a quantity: the numbers, the edges it is about, and a sentence. */
export interface Slip {
  readonly numbers: Flat;
  readonly edges: readonly string[];
  /** Names of nodes stand between backticks, as `called` writes them. */
  readonly text: Text;
}

/** One mistake that learners make, by where it can be made. It yields every form it can take there. */
export interface Mistake {
  readonly id: string;
  /** The idea in a few words, as the title of the explanation. */
  readonly name: Text;
  /** Only believed of an answer of three digits or more: shorter ones come out by chance. */
  readonly isFarFetched?: boolean;
  readonly inValue?: (site: ValueSite) => readonly Slip[];
  /** What is taken for the local derivative. */
  readonly inLocal?: (site: EdgeSite) => readonly Slip[];
  readonly inContribution?: (site: EdgeSite) => readonly Slip[];
  readonly inGradient?: (site: GradientSite) => readonly Slip[];
  /** Whatever the quantity is. */
  readonly anywhere?: (site: Site) => readonly Slip[];
}

/** What a mistake makes of a quantity, with the numbers as they stand in a book. */
export function slipsOf(
  mistake: Mistake,
  assignment: Assignment,
  id: string,
  book: Book,
): readonly Slip[] {
  const quantity = parseQuantity(id);
  const site = siteOf(assignment, id, book);
  if (quantity === undefined || site === undefined) return [];
  const general = mistake.anywhere?.(site) ?? [];
  if ('node' in quantity) {
    const node = findNode(assignment.graph, quantity.node);
    if (node === undefined) return general;
    if (quantity.kind === 'gradient') {
      return [...inGradient(mistake, gradientSite(assignment, site, node, book)), ...general];
    }
    const value = valueSite(assignment, site, node);
    return value ? [...(mistake.inValue?.(value) ?? []), ...general] : general;
  }
  const { kind, source, target, port } = quantity;
  const edge = edgeSite(
    assignment,
    { id: edgeId(source, target, port), source, target, port },
    book,
  );
  if (edge === undefined) return general;
  const made = kind === 'local' ? mistake.inLocal?.(edge) : inContribution(mistake, edge);
  return [...(made ?? []), ...general];
}

/** A wrong local derivative makes a wrong contribution … */
function inContribution(mistake: Mistake, site: EdgeSite): readonly Slip[] {
  const own = mistake.inContribution?.(site) ?? [];
  if (site.local === undefined || site.isRead(`local:${site.edge.id}`)) return own;
  const lifted = (mistake.inLocal?.(site) ?? []).map((slip) => ({
    ...slip,
    numbers: slip.numbers.map((number, i) => number * site.upstream[i]),
  }));
  return [...own, ...lifted];
}

/** … and a wrong contribution a wrong sum. */
function inGradient(mistake: Mistake, site: GradientSite): readonly Slip[] {
  const own = mistake.inGradient?.(site) ?? [];
  const lifted = site.leaving
    .filter(({ edge }) => !site.isRead(`contribution:${edge.id}`))
    .flatMap((edge) =>
      inContribution(mistake, edge).map((slip) => ({
        ...slip,
        numbers: site.worked.map((sum, i) => sum - edge.contribution[i] + slip.numbers[i]),
      })),
    );
  return [...own, ...lifted];
}

function siteOf(assignment: Assignment, id: string, book: Book): Site | undefined {
  const { graph, recipes, moved } = assignment;
  const recipe = recipes.get(id);
  const worked = book.worked(id)?.mid;
  if (recipe === undefined || worked === undefined) return;
  const at = numbersIn(book);
  return {
    graph,
    id,
    called: (node) => nameText(graph, node),
    isRead: (other) => book.isRead(other),
    worked,
    at,
    remake: (change) => recipe.make(recipe.inputs.map((input) => change(at(input)))),
    updated: () => (recipe.inputs.length === 0 ? [] : moved().map((other) => numbersIn(other)(id))),
  };
}

function numbersIn(book: Book): (id: string) => Flat {
  return (id) => book.span(id)?.mid ?? [];
}

function valueSite({ rules }: Assignment, site: Site, node: GraphNode): ValueSite | undefined {
  const op = ops.get(node.op);
  const rule = rules.get(node.id);
  if (op?.kind !== 'operation' || rule === undefined) return;
  return { ...site, node, op, rule, operands: operandsOf(node) };
}

function edgeSite(assignment: Assignment, edge: Edge, book: Book): EdgeSite | undefined {
  const site = siteOf(assignment, `contribution:${edge.id}`, book);
  const node = findNode(assignment.graph, edge.target);
  const value = site && node && valueSite(assignment, site, node);
  if (value === undefined) return;
  const hasLocal = assignment.recipes.has(`local:${edge.id}`);
  return {
    ...value,
    edge,
    operandNumbers: value.operands.map((id) => value.at(`value:${id}`)),
    upstream: value.at(`gradient:${edge.target}`),
    local: hasLocal ? value.at(`local:${edge.id}`) : undefined,
    contribution: value.at(`contribution:${edge.id}`),
  };
}

function gradientSite(
  assignment: Assignment,
  site: Site,
  node: GraphNode,
  book: Book,
): GradientSite {
  // The recipe names them in the order of the backward pass.
  const terms = assignment.recipes.get(site.id)?.inputs ?? [];
  const leaving = terms.flatMap((term): EdgeSite[] => {
    const quantity = parseQuantity(term);
    if (quantity?.kind !== 'contribution') return [];
    const { source, target, port } = quantity;
    const edge = edgeSite(
      assignment,
      { id: edgeId(source, target, port), source, target, port },
      book,
    );
    return edge ? [edge] : [];
  });
  return { ...site, node, leaving };
}
