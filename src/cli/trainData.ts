import type { Graph } from '../graph/index.ts';
import { boundInOrder, datasetOf, decode, inputsOf, readTable } from '../training/index.ts';
import { complain } from './command.ts';
import { complaintLines, Failure } from './failure.ts';
import { fileName, loadBytes } from './file.ts';
import { some } from './set.ts';

/**
 * The graph with the data of a file, read as the page reads it: columns go to the inputs of their name,
 * or one after the other where none has such a name. Rows and columns that cannot be used are named on
 * standard error.
 */
export async function withData(graph: Graph, path: string): Promise<Graph> {
  const name = fileName(path);
  const loaded = await loadBytes(path);
  if (!loaded.ok) throw new Failure(complaintLines(name, loaded.complaints));
  const decoded = decode(loaded.content);
  if (!decoded.ok) throw new Failure(`${name}: ${decoded.reason.en}`);
  const read = readTable(decoded.text);
  for (const { line, reason } of read.bad) {
    complain(`${name}: line ${line}: ${reason.en}; left out.`);
  }
  if (!read.ok) throw new Failure(`${name}: ${read.reason.en}`);
  for (const column of read.leftOut) {
    complain(`${name}: column ${column}: many different words; left out.`);
  }
  const dataset = boundInOrder(datasetOf(read.table, graph, graph.dataset), graph);
  if (Object.keys(dataset.bind ?? {}).length > 0) return { ...graph, dataset };
  const columns = some(read.table.columns.map((column) => column.name));
  throw new Failure(
    `${name}: No column has the name of an input. Columns: ${columns}. Inputs: ${some(inputsOf(graph))}.`,
  );
}
