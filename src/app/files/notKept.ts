import { offerSaving } from '../store/view.ts';

/** Tells that work is gone with the page, since the browser refuses storage or has no room left. */
export function tellNotKept(): void {
  offerSaving({
    en: 'This browser is not keeping your work: its storage is off or full, as in private windows. Save a file before you close the page.',
    'zh-CN':
      '此浏览器不会保留你的内容：存储空间已关闭或已满（例如无痕窗口）。关闭页面前请保存为文件。',
  });
}
