import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addFormula, formulaRefusalText, fromFormula } from '../../src/formula/fromFormula.ts';
import { emptyGraph, findNode, readGraph, writeGraph } from '../../src/graph/index.ts';
import { read, structureOf } from '../support/formulas.ts';

describe('what is no graph is refused with its place', () => {
  test.each<[string, number, number, RegExp, RegExp]>([
    ['', 1, 1, /Write a formula/, /请写一个公式/],
    [' \n ;', 1, 1, /Write a formula/, /请写一个公式/],
    ['z = a + foo(b)', 1, 9, /no function foo.*foo\*\(/, /没有函数 foo/],
    ['softplu(b)', 1, 1, /no function softplu\. Did you mean softplus/, /softplus/],
    ['a\nb + toString(1)', 2, 5, /no function toString/, /没有函数 toString/],
    ['1 + ln(a, b)', 1, 5, /write ln\(operand\)/, /ln\(操作数\)/],
    ['ln()', 1, 1, /write ln\(operand\)/, /ln\(操作数\)/],
    ['max(a)', 1, 1, /max\(candidate 1, candidate 2, …\)/, /max\(候选数 1/],
    ['hinge(a)', 1, 1, /hinge\(prediction, target\)/, /hinge\(预测值, 目标值\)/],
    ['leakyRelu(a, 0.1, 2)', 1, 1, /leakyRelu\(operand, slope\)/, /leakyRelu/],
    ['leakyRelu(a, k=1)', 1, 1, /leakyRelu\(operand, slope\)/, /leakyRelu/],
    ['leakyRelu(a, 1, slope=1)', 1, 1, /leakyRelu\(operand, slope\)/, /leakyRelu/],
    ['leakyRelu(a, 2)', 1, 14, /slope is a number from 0 to 1/, /slope 应为 0 到 1/],
    ['leakyRelu(a, b)', 1, 14, /slope is a number/, /slope 应为/],
    ['input(a)', 1, 1, /input\(0\.5\)/, /input\(0\.5\)/],
    ['2 + sin x', 1, 5, /sin is a function: write sin\(x\)/, /sin 是函数/],
    ['z = 1\nb = 2\nz = 3', 3, 1, /z is defined a second time/, /z 在这里被重复定义/],
    ['a = b + 1\nb = 2c\nc = a', 1, 1, /a is computed from itself: a → c → b → a/, /a → c → b → a/],
    ['z = z + 1', 1, 1, /z → z/, /z → z/],
    ['a > 0', 1, 3, /no comparisons/, /没有比较/],
    ['a == b', 1, 3, /no comparisons/, /没有比较/],
    ['a and b', 1, 3, /no comparisons/, /没有比较/],
    ['a ? 1 : 2', 1, 3, /no conditions/, /没有条件/],
    ['5 cm', 1, 3, /no units/, /没有单位/],
    ['a to b', 1, 3, /no units/, /没有单位/],
    ['5%', 1, 2, /0\.05/, /0\.05/],
    ['a mod b', 1, 3, /remainders/, /取余/],
    ['a!', 1, 2, /factorial/, /阶乘/],
    ['|a|', 1, 1, /abs\(x\)/, /abs\(x\)/],
    ['"a"', 1, 1, /Quotation/, /引号/],
    ["A'", 1, 2, /Quotation/, /引号/],
    ['{a}', 1, 1, /round brackets/, /圆括号/],
    ['\\frac{a}{b}', 1, 1, /TeX/, /TeX/],
    ['a.b', 1, 2, /point/, /小数点/],
    ['a & b', 1, 3, /conditions/, /条件/],
    ['a $ b', 1, 3, /"\$" cannot stand/, /不能有 "\$"/],
    ['y = 损失', 1, 5, /损失 is no name: .*Latin/, /损失 不能作名称/],
    ['a + __proto__', 1, 5, /__proto__ is no name/, /不能作名称/],
    ['1e999', 1, 1, /too large/, /超出/],
    [`x${'⁹'.repeat(400)}`, 1, 2, /too large/, /超出/],
    ['NaN', 1, 1, /finite/, /有限/],
    ['f(x) = x^2', 1, 1, /Functions cannot be defined/, /不能定义函数/],
    ['2x = 3', 1, 4, /Left of =/, /等号左边/],
    ['= 3', 1, 1, /Left of =/, /等号左边/],
    ['a = (b = 3)', 1, 6, /inside an expression/, /表达式内部/],
    ['a = b = 3', 1, 5, /inside an expression/, /表达式内部/],
    ['max(a, b = 3)', 1, 1, /max\(candidate 1/, /max\(候选数 1/],
    ['a +\nb *', 2, 3, /missing after \*/, /\* 后面缺少/],
    ['a +\n', 1, 3, /missing after \+/, /\+ 后面缺少/],
    ['a + ; b', 1, 3, /missing after \+/, /\+ 后面缺少/],
    ['* a', 1, 1, /\* cannot stand here/, /不能是 \*/],
    ['2 3', 1, 3, /3 cannot stand here/, /不能是 3/],
    ['a, b', 1, 2, /, cannot stand here/, /不能是 ,/],
    ['2 + (a + (b)', 1, 5, /never closed/, /没有闭合/],
    ['a + b)', 1, 6, /never opened/, /没有对应的左括号/],
    ['[1, 2', 1, 1, /never closed/, /没有闭合/],
    [`${'['.repeat(4000)}1${']'.repeat(4000)}`, 1, 1, /too long/, /过长/],
    ['a + [1, b]', 1, 5, /In this list b is a name/, /列表有误：b 是名称/],
    ['[[1, 2], [3]]', 1, 1, /same length/, /长度必须相同/],
    ['A[1]', 1, 2, /elements cannot be picked out/, /取元素/],
    ['１２３ｘ ＋ ？', 1, 8, /no conditions/, /没有条件/],
  ])('%j at %i:%i', (text, line, column, en, zh) => {
    const result = fromFormula(text);
    if (result.ok) throw new Error(writeGraph(result.graph));
    const { refusal } = result;
    expect([refusal.line, refusal.column]).toEqual([line, column]);
    expect(refusal.reason.en).toMatch(en);
    expect(refusal.reason['zh-CN']).toMatch(zh);
    expect(formulaRefusalText(refusal)).toEqual({
      en: `Line ${line}, column ${column}: ${refusal.reason.en}`,
      'zh-CN': `第 ${line} 行第 ${column} 列：${refusal.reason['zh-CN']}`,
    });
  });

  test.each([
    ['nested', `${'('.repeat(4000)}a${')'.repeat(4000)}`],
    ['called', `${'ln('.repeat(2000)}a${')'.repeat(2000)}`],
    ['negated', `${'-'.repeat(9000)}a`],
    ['raised', `a${'^a'.repeat(4000)}`],
    ['subtracted', `a${'-a'.repeat(4000)}`],
  ])('nested too deeply (%s)', (_, text) => {
    const result = fromFormula(text);
    expect(result.ok ? '' : result.refusal.reason.en).toMatch(/nested too deeply/);
  });

  test('too long, but not before that', () => {
    expect(structureOf(`a${'+a'.repeat(4999)}`)).toHaveLength('(add)'.length + 2 * 5000);
    const result = fromFormula(`a${'+a'.repeat(5000)}`);
    expect(result).toMatchObject({ ok: false, refusal: { at: 10_000 } });
    const lines = Array.from({ length: 700 }, (_, i) => `a${i} = a${i + 1}+1`);
    expect(read(lines.join('\n')).output).toBe('a0');
  });

  test('whatever the text: a graph that can be saved, or a place in the text', () => {
    const piece = fc.constantFrom(
      ...[
        '1',
        '2.5',
        '.',
        'e',
        'pi',
        'x',
        'w',
        'σ',
        'a',
        '+',
        '-',
        '*',
        '/',
        '^',
        '@',
        '.*',
        '²',
        '=',
      ],
      ...[
        '(',
        ')',
        '[',
        ']',
        '[1, 2]',
        ',',
        ';',
        '\n',
        '\r\n',
        '#',
        ' ',
        '!',
        '"',
        '?',
        ':',
        '%',
        '<',
      ],
      ...[
        'ln',
        'ln(',
        'max(',
        'leakyRelu(',
        'slope=',
        'input(',
        'hinge(a, y)',
        'matmul(',
        'in',
        'to',
      ],
      ...[
        'constructor',
        '__proto__',
        'toString(',
        'x = ',
        'y = ',
        'z = ',
        '1e309',
        '0x1',
        '＋',
        '₂',
      ],
    );
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const result = addFormula(emptyGraph, text);
        if (result.ok) {
          expect(readGraph(writeGraph(result.graph))).toEqual({ ok: true, graph: result.graph });
          expect(findNode(result.graph, result.output)).toBeDefined();
          return;
        }
        const { at, line, column, reason } = result.refusal;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(text.length);
        const rows = text.split(/\r\n|[\n\r\u2028\u2029]/);
        expect(line).toBeLessThanOrEqual(rows.length);
        expect(column).toBeLessThanOrEqual(rows[line - 1].length + 1);
        expect(reason.en).toMatch(/[.?]$/);
        expect(reason['zh-CN']).toMatch(/[。？]$/);
      }),
      { numRuns: 300 },
    );
  });
});
