import { type ParseArgsConfig, parseArgs } from 'node:util';
import { badUsage } from './failure.ts';

/** One command of the command line; `run` gives the exit code, or throws a `Failure`. */
export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Reads a command's arguments; anything it does not know is bad usage. */
export function parse<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, tokens: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw badUsage(message.split(/\. |\n/)[0], usage);
  }
}

/** Writes to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes to standard error. */
export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
