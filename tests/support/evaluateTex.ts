/** Numbers for the letters of a TeX term. */
export type Letters = Readonly<Record<string, number>>;

/**
 * Computes what a TeX term means, read as a person reads it: the grammar of the terms that ops
 * write, and nothing of the ops themselves. Throws for anything else.
 */
export function evaluateTex(tex: string, letters: Letters): number {
  const tokens = tex.match(/\\[a-z]+|\\[\\,]|\d+(?:\.\d+)?|[^\s]/g) ?? [];
  let at = 0;
  const peek = () => tokens.slice(at, at + 2).join(' ');
  const next = () => tokens[at++];
  const take = (...expected: readonly string[]) => {
    for (const token of expected) {
      if (tokens[at] !== token)
        throw new Error(`${token} expected before ${tokens.slice(at).join(' ')} in ${tex}`);
      at++;
    }
  };
  const inside = (open: readonly string[], close: readonly string[], read = sum) => {
    take(...open);
    const value = read();
    take(...close);
    return value;
  };
  const braces = () => inside(['{'], ['}']);

  function sum(): number {
    let value = tokens[at] === '-' ? 0 : product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      value += next() === '+' ? product() : -product();
    }
    return value;
  }

  function product(): number {
    let value = power();
    for (;;) {
      if (tokens[at] === '\\cdot') take('\\cdot');
      else if (peek() !== '\\left (' || tokens[at - 1] !== '}') return value;
      value *= power();
    }
  }

  function power(): number {
    const base = atom();
    if (tokens[at] !== '^') return base;
    take('^');
    return base ** (tokens[at] === '{' ? braces() : Number(next()));
  }

  function condition(): boolean {
    const left = sum();
    const relation = next();
    const right = sum();
    switch (relation) {
      case '>':
        return left > right;
      case '<':
        return left < right;
      case '=':
        return left === right;
      case '\\ne':
        return left !== right;
      case '\\le':
        return left <= right;
      default:
        throw new Error(`${relation} is no relation in ${tex}`);
    }
  }

  function atom(): number {
    const token = next();
    if (Object.hasOwn(letters, token)) return letters[token];
    if (/^\d/.test(token)) return Number(token);
    if (token === 'e') return Math.E;
    if (token === '[') {
      const holds = condition();
      take(']');
      return holds ? 1 : 0;
    }
    if (token === '\\frac' || token === '\\tfrac') return fraction();
    if (token === '\\sqrt') return Math.sqrt(braces());
    if (token === '\\left' && tokens[at] === '(') return inside(['('], ['\\right', ')']);
    if (token === '\\left' && tokens[at] === '|') return Math.abs(inside(['|'], ['\\right', '|']));
    if (token === '\\begin') return cases();
    return call(token);
  }

  function fraction(): number {
    const numerator = tokens[at] === '{' ? braces() : Number(next());
    return numerator / braces();
  }

  function cases(): number {
    take('{', ...'cases', '}');
    const rows: { value: number; holds: boolean }[] = [];
    do {
      const value = sum();
      take('&');
      rows.push({ value, holds: condition() });
    } while (tokens[at] === '\\\\' && next());
    take('\\end', '{', ...'cases', '}');
    return rows.find((row) => row.holds)?.value ?? Number.NaN;
  }

  function call(token: string): number {
    let name = token.replace('\\', '');
    if (token === '\\operatorname') {
      take('{');
      name = '';
      while (tokens[at] !== '}') name += next();
      take('}');
    }
    let index = Number.NaN;
    if (tokens[at] === '_') {
      take('_');
      index = braces();
    }
    if (!Object.hasOwn(functions, name)) throw new Error(`${name} is unknown in ${tex}`);
    take('\\left', '(');
    const operands = [sum()];
    while (tokens[at] === ',') {
      take(',');
      operands.push(sum());
    }
    take('\\right', ')');
    return functions[name](operands, index);
  }

  const value = sum();
  if (at < tokens.length) throw new Error(`${tokens.slice(at).join(' ')} is left over in ${tex}`);
  return value;
}

const functions: Readonly<Record<string, (operands: readonly number[], index: number) => number>> =
  {
    ln: ([x]) => Math.log(x),
    sin: ([x]) => Math.sin(x),
    cos: ([x]) => Math.cos(x),
    tanh: ([x]) => Math.tanh(x),
    max: (operands) => Math.max(...operands),
    min: (operands) => Math.min(...operands),
    sigma: ([x]) => 1 / (1 + Math.exp(-x)),
    sign: ([x]) => Math.sign(x),
    relu: ([x]) => Math.max(0, x),
    softplus: ([x]) => Math.log(1 + Math.exp(x)),
    step: ([x]) => (x < 0 ? 0 : 1),
    leakyrelu: ([x], slope) => (x > 0 ? x : slope * x),
  };
