// npm run -s chainrule -- ARGUMENTS: the command line as the sources have it now.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, targets } from './build.mjs';
import { install, root } from './project.mjs';

try {
  await install();
  await build('cli');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// npm runs scripts in the project folder; the files named are relative to where it was called.
const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env;
if (script === 'chainrule' && caller) process.chdir(caller);

const cli = join(root, targets.cli.output);
process.argv[1] = cli;
await import(pathToFileURL(cli).href);
