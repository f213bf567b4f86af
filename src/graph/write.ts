import type { Graph } from './graph.ts';

/**
 * The file of a graph: UTF-8 JSON with one node and one setting of a section to a line, easy to
 * read, edit and compare.
 */
export function writeGraph(graph: Graph): string {
  return `{\n  ${entries(graph, section).join(',\n  ')}\n}\n`;
}

function section(value: unknown): string {
  const isDeep = (items: readonly unknown[]) => items.some((item) => typeof item === 'object');
  if (Array.isArray(value)) {
    return isDeep(value) ? `[\n    ${value.map(inline).join(',\n    ')}\n  ]` : inline(value);
  }
  if (typeof value !== 'object' || value === null || !isDeep(Object.values(value))) {
    return inline(value);
  }
  return `{\n    ${entries(value, inline).join(',\n    ')}\n  }`;
}

/** The entries of an object that have a value, each with its key. */
function entries(object: object, write: (value: unknown) => string): string[] {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}: ${write(value)}`);
}

function inline(value: unknown): string {
  // JSON.stringify would lose the sign of −0.
  if (Object.is(value, -0)) return '-0';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  const items = entries(value, inline);
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}
