import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import mathUrl from 'katex/dist/fonts/KaTeX_Math-Italic.woff2?url';
import type { Fonts } from '../../interop/index.ts';

let loading: Promise<Fonts | undefined> | undefined;

/** The fonts that stand in a picture; undefined where they cannot be had, and its reader's fonts serve. */
export function loadFonts(): Promise<Fonts | undefined> {
  loading ??= Promise.all([base64(interUrl), base64(mathUrl)]).then(
    ([text, math]) => ({ text, math }),
    () => {
      loading = undefined;
      return undefined;
    },
  );
  return loading;
}

async function base64(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let text = '';
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}
