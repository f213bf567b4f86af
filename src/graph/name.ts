import type { Text } from '../ops/index.ts';
import type { Graph } from './graph.ts';

const letter = '(?:_|(?=\\p{L})[\\p{Script=Latin}\\p{Script=Greek}])';

/** A letter (Latin or Greek) or `_`, then letters, digits, `_`. */
export const namePattern = new RegExp(`^${letter}(?:${letter}|[0-9])*$`, 'u');

/** True for a text that can name a node. `__proto__` is reserved: it is no safe key anywhere. */
export function isName(text: string): boolean {
  return text !== '__proto__' && namePattern.test(text);
}

/** What a name must look like, for messages. */
export const nameRule: Text = {
  en: 'a name starts with a Latin or Greek letter or _ and goes on with letters, digits or _',
  'zh-CN': '名称以拉丁或希腊字母或 _ 开头，后面只能是字母、数字或 _',
};

/**
 * A name no node has yet: `base`, else `base2`, `base3`, … A number at its end is counted on, and
 * that of a layer first: of `w1_11` comes `w2_11`.
 */
export function freshName(graph: Graph, base: string): string {
  return freshAmong(new Set(graph.nodes.map((node) => node.id)), base);
}

/** A name that is not taken, made in the same way. */
export function freshAmong(taken: ReadonlySet<string>, base: string): string {
  const [stem, index] = split(base);
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${stem}${number}${index}`;
  return name;
}

/**
 * Hands out names that are not taken, made in the same way; each is taken from then on. Counting
 * goes on where it stopped, so that thousands of names are no matter.
 */
export function namesAmong(present: Iterable<string>): (base: string) => string {
  const taken = new Set(present);
  const numbers = new Map<string, number>();
  return (base) => {
    const [stem, index] = split(base);
    const key = `${stem}#${index}`;
    let name = base;
    let number = numbers.get(key) ?? 2;
    while (taken.has(name)) name = `${stem}${number++}${index}`;
    numbers.set(key, number);
    taken.add(name);
    return name;
  };
}

/** What stands before and behind the number that is counted on. */
function split(name: string): readonly [string, string] {
  const layered = /^(\D+?)\d+(_.+)$/u.exec(name);
  return layered ? [layered[1], layered[2]] : [name.replace(/(?<=.)[0-9]+$/, ''), ''];
}
