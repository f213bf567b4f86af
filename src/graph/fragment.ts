import { emptyGraph, type Graph, type GraphNode, outputOf } from './graph.ts';
import { groupOf } from './groupIndex.ts';
import { withGroups } from './groups.ts';
import { namesAmong } from './name.ts';
import type { Position } from './position.ts';
import { completeSelection, type Selection } from './selection.ts';

/** A graph with a part put into it: what is new there, and the new name of every node by its old. */
export interface Inserted {
  readonly graph: Graph;
  readonly selection: Required<Selection>;
  readonly names: ReadonlyMap<string, string>;
}

/**
 * A part of a graph as a graph of its own: nodes, whole boxes and notes. Operands from outside
 * become open ports. Title, output and exercise stay behind.
 */
export function extract(graph: Graph, selection: Selection): Graph {
  const whole = completeSelection(graph, selection);
  const part = partOf(graph, whole);
  const groups = part.groups?.map((group) => {
    const { parent, ...rest } = group;
    return parent === undefined || whole.groups.has(parent) ? group : rest;
  });
  const notes = part.notes?.map((note) => {
    const { group, ...rest } = note;
    return group === undefined || whole.groups.has(group) ? note : rest;
  });
  return { ...part, ...(groups && { groups }), ...(notes && { notes }) };
}

/**
 * Puts the nodes, boxes and notes of another graph into this one, moved by an offset, under fresh
 * names. Nodes of the graph may take the place of some in the fragment (`sources`, by their names
 * there), so that it goes on from them. The graph keeps its output; one without nodes, and one whose
 * output is gone on from, takes that of the fragment.
 */
export function insert(
  graph: Graph,
  fragment: Graph,
  offset: Position,
  sources: ReadonlyMap<string, string> = new Map(),
): Inserted {
  const arriving = fragment.nodes.filter(({ id }) => !sources.has(id));
  const names = freshNames(graph.nodes, arriving);
  const groups = freshNames(graph.groups, fragment.groups);
  const notes = freshNames(graph.notes, fragment.notes);
  const named = (id: string) => names.get(id) ?? sources.get(id) ?? id;
  const boxed = (id: string) => groups.get(id) ?? id;
  const newNodes = arriving.map((node) => ({
    ...withInputs(node, named),
    id: named(node.id),
    ...(node.position && { position: shift(node.position, offset) }),
  }));
  const newGroups = (fragment.groups ?? []).map((group) => ({
    ...group,
    id: boxed(group.id),
    nodes: group.nodes.map(named),
    ...(group.parent !== undefined && { parent: boxed(group.parent) }),
  }));
  const newNotes = (fragment.notes ?? []).map((note) => ({
    ...note,
    id: notes.get(note.id) ?? note.id,
    position: shift(note.position, offset),
    ...(note.group !== undefined && { group: boxed(note.group) }),
  }));
  const joined: Graph = {
    ...withGroups(graph, [...(graph.groups ?? []), ...newGroups]),
    nodes: [...graph.nodes, ...newNodes],
    ...(newNotes.length > 0 && { notes: [...(graph.notes ?? []), ...newNotes] }),
  };
  const [ours, theirs] = [outputOf(graph), outputOf(fragment)];
  const goesOn = [...sources.values()].some((id) => ours === undefined || id === ours);
  const isTheirs = theirs !== undefined && (graph.nodes.length === 0 || goesOn);
  const { output: _, ...bare } = joined;
  return {
    graph: isTheirs ? keepOutput(bare, named(theirs)) : keepOutput(joined, ours),
    selection: {
      nodes: new Set(names.values()),
      groups: new Set(groups.values()),
      notes: new Set(notes.values()),
    },
    names,
  };
}

/**
 * Copies a part of a graph within it; the copies stand in the boxes of what they were made from.
 * With `incoming` they keep operands from outside, otherwise these ports are open.
 */
export function duplicate(
  graph: Graph,
  selection: Selection,
  offset: Position,
  incoming: boolean,
): Inserted {
  const whole = completeSelection(graph, selection);
  const inserted = insert(graph, partOf(graph, whole, incoming), offset);
  const joining = new Map<string, string[]>();
  for (const [id, copy] of inserted.names) {
    const box = groupOf(graph, id)?.id;
    if (box === undefined || whole.groups.has(box)) continue;
    const copies = joining.get(box);
    if (copies) copies.push(copy);
    else joining.set(box, [copy]);
  }
  const groups = (inserted.graph.groups ?? []).map((group) => {
    const copies = joining.get(group.id);
    return copies ? { ...group, nodes: [...group.nodes, ...copies] } : group;
  });
  return { ...inserted, graph: withGroups(inserted.graph, groups) };
}

/** What is selected, in the boxes and, if wanted, with the operands it has outside. */
function partOf(graph: Graph, whole: Required<Selection>, incoming = false): Graph {
  const nodes = graph.nodes.filter(({ id }) => whole.nodes.has(id));
  const groups = graph.groups?.filter(({ id }) => whole.groups.has(id)) ?? [];
  const notes = graph.notes?.filter(({ id }) => whole.notes.has(id)) ?? [];
  const stays = (source: string) => (incoming || whole.nodes.has(source) ? source : null);
  return {
    ...emptyGraph,
    nodes: nodes.map((node) => withInputs(node, stays)),
    ...(groups.length > 0 && { groups }),
    ...(notes.length > 0 && { notes }),
  };
}

/** A name for each of these, by the one it has: its own where nothing has that yet. */
function freshNames(
  present: readonly { readonly id: string }[] = [],
  arriving: readonly { readonly id: string }[] = [],
): Map<string, string> {
  const fresh = namesAmong(present.map(({ id }) => id));
  return new Map(arriving.map(({ id }) => [id, fresh(id)]));
}

/** New nodes must not take away the output of a graph that does not state it. */
function keepOutput(graph: Graph, output: string | undefined): Graph {
  if (graph.output !== undefined || output === undefined) return graph;
  return outputOf(graph) === output ? graph : { ...graph, output };
}

function withInputs(node: GraphNode, lead: (source: string) => string | null): GraphNode {
  if (node.inputs === undefined) return node;
  return { ...node, inputs: node.inputs.map((source) => source && lead(source)) };
}

function shift(position: Position, offset: Position): Position {
  return { x: position.x + offset.x, y: position.y + offset.y };
}
