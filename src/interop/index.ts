export { type ColourPair, type Palette, paletteOf, type Theme } from './picture/palette.ts';
export { type Picture, type PictureOptions, pictureOf } from './picture/picture.ts';
export type { Fonts } from './picture/style.ts';
