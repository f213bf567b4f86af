import { download, suggestedName } from '../../files/save.ts';
import type { Command } from '../command.ts';

/** Hands the document over as a download, whatever the browser can write. */
export const downloadFile: Command = {
  id: 'download',
  name: { en: 'Download a copy', 'zh-CN': '下载副本' },
  run: () => download(suggestedName()),
};
