import { isDataTableOpen, toggleDataTable } from '../../data/table/toggle.ts';
import { useDocument } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Shows the data of the graph as a table in place of the canvas, or the canvas again. */
export const dataTable: Command = {
  id: 'data-table',
  name: { en: 'Data table', 'zh-CN': '数据表' },
  when: () =>
    isDataTableOpen() ||
    (useDocument.getState().graph.dataset !== undefined && useView.getState().mode !== 'practise'),
  isOn: isDataTableOpen,
  run: () => void toggleDataTable(),
};
