import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Puts the cursor into the search of the palette. */
export const searchPalette: Command = {
  id: 'search-operations',
  name: { en: 'Search operations', 'zh-CN': '搜索运算' },
  run: () => {
    useView.setState({ sheet: 'palette' });
    requestAnimationFrame(() => document.getElementById('palette-search')?.focus());
  },
};
