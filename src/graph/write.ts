import type { Graph } from './graph.ts';

/** The file of a graph: UTF-8 JSON with one node to a line, easy to read, edit and compare. */
export function writeGraph(graph: Graph): string {
  const entries = Object.entries(graph)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${section(value)}`);
  return `{\n${entries.join(',\n')}\n}\n`;
}

function section(value: unknown): string {
  const isList = Array.isArray(value) && value.some((item) => typeof item === 'object');
  if (!isList) return inline(value);
  return `[\n${value.map((item) => `    ${inline(item)}`).join(',\n')}\n  ]`;
}

function inline(value: unknown): string {
  // JSON.stringify would lose the sign of −0.
  if (Object.is(value, -0)) return '-0';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${JSON.stringify(key)}: ${inline(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
