import type { Command } from '../command.ts';
import { canBeDrawn } from './exportPicture.ts';

/** Puts the graph on the clipboard as a picture, as it is seen. */
export const copyAsPicture: Command = {
  id: 'copy-picture',
  name: { en: 'Copy picture', 'zh-CN': '复制为图片' },
  heedsSelection: true,
  when: canBeDrawn,
  run: async () => {
    const { copyPicture } = await import('../../picture/copying.ts');
    await copyPicture();
  },
};
