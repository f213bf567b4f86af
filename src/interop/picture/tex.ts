import { mathName } from '../../formula/index.ts';

/** A piece of text of one look: upright or as a variable, on its line or hung below or above it. */
export interface Run {
  readonly text: string;
  readonly look: 'plain' | 'name' | 'bold';
  readonly level: -1 | 0 | 1;
}

/** Commands that are one sign. */
const signs: Readonly<Record<string, string>> = {
  cdot: ' · ',
  times: ' × ',
  div: ' ÷ ',
  pm: ' ± ',
  mp: ' ∓ ',
  ast: '∗',
  circ: '∘',
  odot: ' ⊙ ',
  oplus: ' ⊕ ',
  otimes: ' ⊗ ',
  partial: '∂',
  nabla: '∇',
  sum: '∑',
  prod: '∏',
  int: '∫',
  infty: '∞',
  le: ' ≤ ',
  leq: ' ≤ ',
  ge: ' ≥ ',
  geq: ' ≥ ',
  ne: ' ≠ ',
  neq: ' ≠ ',
  approx: ' ≈ ',
  equiv: ' ≡ ',
  sim: ' ∼ ',
  propto: ' ∝ ',
  ll: ' ≪ ',
  gg: ' ≫ ',
  to: ' → ',
  rightarrow: ' → ',
  leftarrow: ' ← ',
  gets: ' ← ',
  mapsto: ' ↦ ',
  Rightarrow: ' ⇒ ',
  implies: ' ⇒ ',
  iff: ' ⇔ ',
  in: ' ∈ ',
  notin: ' ∉ ',
  subset: ' ⊂ ',
  cup: ' ∪ ',
  cap: ' ∩ ',
  forall: '∀',
  exists: '∃',
  ldots: '…',
  cdots: '⋯',
  dots: '…',
  quad: '  ',
  qquad: '    ',
  ell: 'ℓ',
  prime: '′',
  top: '⊤',
  mid: ' | ',
  vert: '|',
  Vert: '‖',
  langle: '⟨',
  rangle: '⟩',
  varepsilon: 'ε',
  varphi: 'φ',
  vartheta: 'θ',
  varsigma: 'ς',
  lbrace: '{',
  rbrace: '}',
  backslash: '\\',
};

/** Commands that put a mark on a letter, as Unicode combines them. */
const accents: Readonly<Record<string, string>> = {
  hat: '\u0302',
  widehat: '\u0302',
  bar: '\u0304',
  overline: '\u0304',
  tilde: '\u0303',
  dot: '\u0307',
  vec: '\u20d7',
};

/** Commands whose argument is set upright. */
const upright = new Set([
  'text',
  'mathrm',
  'operatorname',
  'textrm',
  'mathsf',
  'mathbb',
  'mathcal',
]);

/** Functions, which stand upright and apart from what is before them. */
const functions = new Set(
  'ln log exp sin cos tan tanh max min arg argmax argmin softmax det lim'.split(' '),
);

/** Commands that only say how large or where, and have no argument. */
const silent = new Set([
  'left',
  'right',
  'big',
  'Big',
  'bigl',
  'bigr',
  'Bigl',
  'Bigr',
  'displaystyle',
  'limits',
  'nolimits',
]);

/** TeX as a line of runs: what a picture can set without a typesetter. What it does not know it names. */
export function texRuns(tex: string): Run[] {
  const tokens = tex.match(/\\[a-zA-Z]+\*?|\\.|[{}^_]|\s+|[\s\S]/gu) ?? [];
  const reader = { tokens, at: 0 };
  return joined(sequence(reader, 0));
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function sequence(reader: Reader, level: Run['level']): Run[] {
  const runs: Run[] = [];
  while (reader.at < reader.tokens.length) {
    if (reader.tokens[reader.at] === '}') break;
    runs.push(...item(reader, level));
  }
  return runs;
}

/** What one token or one group says, with its argument. */
function item(reader: Reader, level: Run['level']): Run[] {
  const token = reader.tokens[reader.at++] ?? '';
  const plain = (text: string): Run[] => (text === '' ? [] : [{ text, look: 'plain', level }]);
  if (token === '{') {
    const inner = sequence(reader, level);
    reader.at++;
    return inner;
  }
  if (token === '}') return [];
  if (token === '^' || token === '_') return argument(reader, token === '^' ? 1 : -1);
  if (/^\s+$/.test(token)) return [];
  if (!token.startsWith('\\')) return letter(token, level);
  const name = token.slice(1).replace('*', '');
  if (!/^[a-zA-Z]/.test(name))
    return plain(/[,;:! ]/.test(name) ? ' ' : name === '\\' ? '  ' : name);
  if (silent.has(name)) return reader.tokens[reader.at] === '.' ? skip(reader) : [];
  if (name === 'frac' || name === 'dfrac' || name === 'tfrac') {
    const [over, under] = [argument(reader, level), argument(reader, level)];
    return [...enclosed(over, level), ...plain('/'), ...enclosed(under, level)];
  }
  if (name === 'sqrt') return [...plain('√'), ...enclosed(argument(reader, level), level)];
  if (name === 'boldsymbol' || name === 'mathbf') {
    return argument(reader, level).map((run) => ({ ...run, look: 'bold' }));
  }
  if (upright.has(name)) return [...plain(rawArgument(reader))];
  if (Object.hasOwn(accents, name)) {
    const [first, ...rest] = argument(reader, level);
    return first ? [{ ...first, text: first.text + accents[name] }, ...rest] : [];
  }
  if (name === 'begin' || name === 'end') {
    rawArgument(reader);
    return [];
  }
  if (Object.hasOwn(signs, name)) return plain(signs[name]);
  const { stem } = mathName(name);
  if (functions.has(name)) {
    const next = reader.tokens.slice(reader.at).find((it) => !/^\s+$/.test(it)) ?? '';
    return plain(/^(\(|\[|\^|_|\\left|\\big.*)$/i.test(next) ? ` ${name}` : ` ${name} `);
  }
  return stem === name ? plain(name) : [{ text: stem, look: 'name', level }];
}

function skip(reader: Reader): Run[] {
  reader.at++;
  return [];
}

function letter(token: string, level: Run['level']): Run[] {
  if (/\p{L}/u.test(token)) {
    // Only letters of the mathematical face: Chinese words stand upright.
    const look = /[\p{Script=Latin}\p{Script=Greek}]/u.test(token) ? 'name' : 'plain';
    return [{ text: token, look, level }];
  }
  if (/[=<>+]/.test(token))
    return [{ text: level === 0 ? ` ${token} ` : token, look: 'plain', level }];
  if (token === '-') return [{ text: level === 0 ? ' − ' : '−', look: 'plain', level }];
  if (token === '&') return [];
  if (token === "'") return [{ text: '′', look: 'plain', level }];
  return [{ text: token === '~' ? ' ' : token, look: 'plain', level }];
}

/** What follows a command: a group, or one token. */
function argument(reader: Reader, level: Run['level']): Run[] {
  while (/^\s+$/.test(reader.tokens[reader.at] ?? '')) reader.at++;
  return item(reader, level);
}

/** The letters of a group as they are written. */
function rawArgument(reader: Reader): string {
  if (reader.tokens[reader.at] !== '{') return reader.tokens[reader.at++] ?? '';
  let [depth, text] = [0, ''];
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at++];
    if (token === '{') depth++;
    else if (token === '}') depth--;
    else text += token;
    if (depth === 0) break;
  }
  return text;
}

/** Put in brackets where it is more than one thing. */
function enclosed(runs: readonly Run[], level: Run['level']): Run[] {
  const line = runs.filter((run) => run.level === level);
  const isOne = line.length <= 1 && !/[ /]/.test(line[0]?.text.trim() ?? '');
  const isProduct = line.every(({ text }) => /^[\p{L}∂∇\d.]+$/u.test(text)) && line.length <= 2;
  if (isOne || isProduct) return [...runs];
  return [{ text: '(', look: 'plain', level }, ...runs, { text: ')', look: 'plain', level }];
}

/** Neighbours of one look as one run; a sign at the beginning, or after another, is no sum. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    const isFirst = last === undefined || /[(=[,{] ?$/.test(last.text);
    const isSign = /^ [−+] $/.test(run.text);
    const text = isFirst ? (isSign ? run.text.trim() : run.text.trimStart()) : run.text;
    if (last && last.look === run.look && last.level === run.level) {
      all[all.length - 1] = {
        ...last,
        text: (last.text + text).replace(/ {2,}(?=\S)/g, (gap) => (gap.length > 2 ? gap : ' ')),
      };
    } else all.push({ ...run, text });
  }
  return all;
}
