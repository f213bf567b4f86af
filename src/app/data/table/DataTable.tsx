import { Cover, Empty } from '../../cover/Cover.tsx';
import { useDocument } from '../../store/document.ts';
import { sizeText } from '../words.ts';
import { Actions } from './Actions.tsx';
import { Cells } from './Cells.tsx';
import { closeDataTable } from './close.ts';
import { words } from './words.ts';

/** The data of the graph in front of the canvas, to be read and edited in place. */
export function DataTable() {
  const dataset = useDocument(({ graph }) => graph.dataset);
  const hasColumns = dataset !== undefined && dataset.columns.length > 0;
  return (
    <Cover
      title={words.title}
      count={
        hasColumns ? sizeText(dataset.columns[0].values.length, dataset.columns.length) : undefined
      }
      tools={hasColumns && <Actions dataset={dataset} />}
      help={words.help}
      onClose={closeDataTable}
    >
      {hasColumns ? <Cells dataset={dataset} /> : <Empty text={words.empty} />}
    </Cover>
  );
}
