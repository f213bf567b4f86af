import { version } from '../../package.json';
import { checkCommand } from './check.ts';
import { type Command, complain, print } from './command.ts';
import { evalCommand } from './eval.ts';
import { exportCommand } from './export.ts';
import { Failure } from './failure.ts';
import { fromCommand } from './from.ts';
import { gradeCommand } from './grade.ts';
import { trainCommand } from './train.ts';

const commands: ReadonlyMap<string, Command> = new Map([
  ['eval', evalCommand],
  ['check', checkCommand],
  ['grade', gradeCommand],
  ['from', fromCommand],
  ['export', exportCommand],
  ['train', trainCommand],
]);

const help = [
  'Chainrule on the command line: values and gradients of computation graphs, and exercises.',
  '',
  ...[...commands.values()].map(({ usage, summary }) => `  ${usage}\n      ${summary}`),
  '',
  '  chainrule --help, --version',
  '',
  'FILE is a graph file; - is standard input. Exit code 0: it worked; 1: the file, the formula or',
  'the answer is wrong; 2: bad usage.',
].join('\n');

// Whoever reads the output may stop early (`| head`); that is no error.
process.stdout.on('error', () => process.exit());

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof Failure ? error.code : 1;
}

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--version' || name === '-v') {
    print(version);
    return 0;
  }
  const command = commands.get(name);
  const asked = [name, ...args].some((arg) => arg === '--help' || arg === '-h');
  if (asked) {
    print(command === undefined ? help : `Usage: ${command.usage}\n${command.summary}`);
    return 0;
  }
  if (command !== undefined) return command.run(args);
  complain(name === undefined ? help : `There is no command ${name}.\n\n${help}`);
  return 2;
}
