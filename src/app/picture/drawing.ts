import { type Picture, paletteOf, pictureOf, type Theme } from '../../interop/index.ts';
import { useAppearance } from '../store/appearance.ts';
import { currentGraph } from '../store/document.ts';
import { currentSelection } from '../store/selection.ts';
import { useView } from '../store/view.ts';
import { loadFonts } from './fonts.ts';

/** What can be chosen about a picture. */
export interface PictureSettings {
  readonly theme: Theme;
  readonly numbers: boolean;
  readonly background: boolean;
  readonly selectionOnly: boolean;
}

/**
 * The present graph as a picture, with what is chosen for the page: digits, colours, lines,
 * shapes and local derivatives.
 */
export async function drawPicture(settings: PictureSettings): Promise<Picture> {
  const { digits, colours, edgeStyle, showsShapes, showsLocals } = useAppearance.getState();
  return pictureOf(currentGraph(), {
    language: useView.getState().language,
    palette: paletteOf(settings.theme, colours),
    numbers: settings.numbers,
    background: settings.background,
    selection: settings.selectionOnly ? currentSelection() : undefined,
    digits,
    lines: edgeStyle,
    shapes: showsShapes,
    locals: showsLocals,
    fonts: await loadFonts(),
  });
}

/** A picture as an SVG file. */
export function svgBlob({ svg }: Picture): Blob {
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** A picture in pixels, `scale` of them for each of its own. Rejects where it gets too large. */
export async function pngBlob(picture: Picture, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(svgBlob(picture));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('too large'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
