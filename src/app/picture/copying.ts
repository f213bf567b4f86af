import { notify } from '../store/view.ts';
import { themeInForce } from '../theme.ts';
import { drawPicture, type PictureSettings, pngBlob } from './drawing.ts';
import { words } from './words.ts';

/** Two pixels for each: sharp on slides and on dense screens. */
export const usualScale = 2;

/** What is chosen at first: what is seen. */
export function usualSettings(): PictureSettings {
  return { theme: themeInForce(), numbers: true, background: true, selectionOnly: false };
}

/** The promise goes in as it is: some browsers only take a picture during the click itself. */
async function writePromised(png: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}

/** Puts a picture of the graph on the clipboard and says so, or why not. */
export async function copyPicture(settings = usualSettings(), scale = usualScale): Promise<void> {
  try {
    const png = drawPicture(settings).then((picture) => pngBlob(picture, scale));
    await Promise.all([png, writePromised(png)]);
    notify(words.copied);
  } catch {
    notify(words.refused, 'wrong');
  }
}
