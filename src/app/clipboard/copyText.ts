import type { Text } from '../../ops/index.ts';
import { notify } from '../store/view.ts';

/** Puts a text on the clipboard and says so, or that the browser does not allow it; gives which. */
export async function copyText(
  text: string,
  done: Text = copied,
  notDone: Text = refused,
): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    notify(notDone, 'wrong');
    return false;
  }
  notify(done);
  return true;
}

const copied: Text = { en: 'Copied.', 'zh-CN': '已复制。' };
const refused: Text = {
  en: 'The browser does not allow copying here.',
  'zh-CN': '浏览器不允许在这里复制。',
};
