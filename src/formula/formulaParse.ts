import { clip } from '../graph/index.ts';
import { functionOp } from './formulaNames.ts';
import { reasons } from './formulaReasons.ts';
import type { Fault, Token } from './formulaTokens.ts';
import { parse } from './mathParse.ts';

/** A node of the parse tree, as far as it is looked at. */
export interface Parsed {
  readonly type: string;
  readonly name?: string;
  /** A number, or the right side of an assignment. */
  readonly value?: unknown;
  readonly fn?: unknown;
  readonly args?: readonly Parsed[];
  readonly content?: Parsed;
  readonly blocks?: readonly { readonly node: Parsed }[];
}

/**
 * The parse tree of a text, whose names and numbers are numbers of tokens; or what is in the wrong
 * place. `isKnown` tells which names mean a value although the text does not define them.
 */
export function parseTokens(
  tokens: readonly Token[],
  isKnown: (name: string) => boolean,
): Parsed | Fault {
  const { skeleton, places } = skeletonOf(tokens, isKnown);
  try {
    // The types of mathjs do not tell kinds of nodes apart.
    return parse(skeleton) as unknown as Parsed;
  } catch (error) {
    // Anything else is an exhausted stack, which has another name in every browser.
    if (!(error instanceof SyntaxError)) return { at: 0, reason: reasons.tooDeep };
    const { char = 1 } = error as { readonly char?: number };
    return misplaced(
      tokens,
      places.findLastIndex((place) => place < char),
      skeleton.length < char,
    );
  }
}

/**
 * The text mathjs parses: token i as the name `n<i>` or the number `<i>`. So every leaf of its tree
 * leads back to its place, any name can be used, and no word of mathjs means anything. Our `@` is its
 * `./`, which binds like it and which nobody else writes.
 */
function skeletonOf(tokens: readonly Token[], isKnown: (name: string) => boolean) {
  const isBeforeBracket = (i: number) => tokens[i + 1]?.text === '(';
  const values = new Set<string>();
  tokens.forEach(({ kind, text }, i) => {
    if (kind === 'name' && !isBeforeBracket(i)) values.add(text);
  });
  const places: number[] = [];
  let skeleton = '';
  tokens.forEach(({ kind, text }, i) => {
    places.push(skeleton.length);
    if (kind === 'number') skeleton += `${i} `;
    else if (kind === 'sign') skeleton += text === '@' ? './ ' : `${text} `;
    else {
      // A value before a bracket is a factor; in brackets of its own it is no call.
      const isFactor = functionOp(text) === undefined && (values.has(text) || isKnown(text));
      skeleton += isFactor && isBeforeBracket(i) ? `(n${i}) ` : `n${i} `;
    }
  });
  return { skeleton: skeleton.trimEnd(), places };
}

/** What mathjs found to be in the wrong place. */
function misplaced(tokens: readonly Token[], index: number, isEnd: boolean): Fault {
  const isBreak = ({ text }: Token) => text === '\n' || text === ';';
  const token = tokens[index];
  if (isEnd || isBreak(token)) {
    const last = tokens.slice(0, index + 1).findLast((other) => !isBreak(other)) ?? token;
    return { at: last.at, reason: reasons.unfinished(clip(last.text)) };
  }
  if (token.text === '=') return { at: token.at, reason: reasons.noNameBefore };
  return { at: token.at, reason: reasons.cannotStand(clip(token.text)) };
}
