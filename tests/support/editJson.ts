import fc from 'fast-check';

/** Something done to one entry of a JSON tree; the path picks it, level by level. */
interface JsonEdit {
  readonly path: readonly number[];
  readonly what: 'replace' | 'delete' | 'rename' | 'double';
  readonly value: unknown;
}

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('__proto__', 'constructor', 'add', 'x', null, -0, 1e308, [], {}, [[1], [2, 3]]),
);

/** A few edits as a careless hand or a broken program makes them. */
export const jsonEdits: fc.Arbitrary<readonly JsonEdit[]> = fc.array(
  fc.record({
    path: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
    what: fc.constantFrom('replace', 'delete', 'rename', 'double'),
    value,
  }),
  { minLength: 1, maxLength: 3 },
);

/** Makes the edits in a parsed file, in place. */
export function editJson(file: Record<string, unknown>, edits: readonly JsonEdit[]): void {
  for (const edit of edits) {
    let holder = file;
    for (const [depth, pick] of edit.path.entries()) {
      const keys = Object.keys(holder);
      if (keys.length === 0) break;
      const key = keys[pick % keys.length];
      const inner = holder[key];
      const isLast = depth === edit.path.length - 1;
      if (!isLast && typeof inner === 'object' && inner !== null) {
        holder = inner as Record<string, unknown>;
        continue;
      }
      change(holder, key, edit);
      break;
    }
  }
}

function change(holder: Record<string, unknown>, key: string, { what, value }: JsonEdit): void {
  const inner = holder[key];
  if (what === 'replace') holder[key] = structuredClone(value);
  else if (Array.isArray(holder)) {
    holder.splice(Number(key), 1, ...(what === 'double' ? [inner, inner] : []));
  } else {
    if (what !== 'double') delete holder[key];
    // Defined, not assigned: as JSON.parse does it, `__proto__` must become a key like any other.
    const name = typeof value === 'string' ? value : JSON.stringify(value);
    const other = what === 'rename' ? `${key}x` : name;
    const entry = { value: inner, enumerable: true, configurable: true, writable: true };
    if (what !== 'delete') Object.defineProperty(holder, other, entry);
  }
}
