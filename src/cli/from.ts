import { formulaRefusalText, fromFormula } from '../formula/fromFormula.ts';
import { writeGraph } from '../graph/index.ts';
import { type Command, parse, print } from './command.ts';
import { badUsage, complaintLines, Failure } from './failure.ts';
import { fileName, loadText } from './file.ts';

const usage = 'chainrule from FORMULA [--json]';

/** `chainrule from`: the graph file of a formula; `--json` puts it on one line. */
export const fromCommand: Command = {
  usage,
  summary: 'the graph of a formula such as "w = 3; z = (2w+1)^2"; - reads it from standard input',
  async run(args) {
    // A formula may begin with a minus, which is no option.
    const isOption = (arg: string) => /^--(?:[a-z]|$)/.test(arg);
    const options = { json: { type: 'boolean', default: false } } as const;
    const { values } = parse(args.filter(isOption), options, usage);
    const formulas = args.filter((arg) => !isOption(arg));
    if (formulas.length === 0) throw badUsage('from needs a FORMULA', usage);
    if (formulas.length > 1) {
      throw badUsage(`from takes one FORMULA in quotes, not ${formulas.length}`, usage);
    }
    const [formula] = formulas;
    const isInput = formula === '-';
    const name = isInput ? fileName(formula) : 'formula';
    const text = isInput ? await readInput() : formula;
    const result = fromFormula(text);
    if (!result.ok) {
      throw new Failure(complaintLines(name, [{ message: formulaRefusalText(result.refusal).en }]));
    }
    print(values.json ? JSON.stringify(result.graph) : writeGraph(result.graph).trimEnd());
    return 0;
  },
};

async function readInput(): Promise<string> {
  const loaded = await loadText('-');
  if (!loaded.ok) throw new Failure(complaintLines(fileName('-'), loaded.complaints));
  return loaded.content;
}
