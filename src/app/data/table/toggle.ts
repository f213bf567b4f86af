import type { ComponentType } from 'react';
import { setCover, useCover } from '../../store/cover.ts';
import { useView } from '../../store/view.ts';

let table: ComponentType | null = null;

/** Whether the table of the data stands in front of the canvas. */
export function isDataTableOpen(): boolean {
  return table !== null && useCover.getState().Cover === table;
}

/** Puts the table of the data in front of the canvas, or takes it away. */
export async function toggleDataTable(): Promise<void> {
  if (isDataTableOpen()) {
    const { closeDataTable } = await import('./close.ts');
    closeDataTable();
    return;
  }
  const { DataTable } = await import('./DataTable.tsx');
  table = DataTable;
  setCover(DataTable);
  // A panel that lies over the canvas makes way.
  useView.setState({ sheet: null });
}
