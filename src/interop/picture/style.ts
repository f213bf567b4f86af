import { scaleOnEdge, sizeInLeaf } from '../../drawing/index.ts';
import type { Palette } from './palette.ts';

/** Fonts as base64 of woff2 files, to stand in the picture itself. */
export interface Fonts {
  /** Inter, variable in weight. */
  readonly text: string;
  /** KaTeX's italic letters. */
  readonly math: string;
}

/** Size of the numbers on edges, in pixels. */
const edgeSize = 13.5;

/** The style of a long number on an edge. */
export function edgeStyle(text: string): string | undefined {
  const scale = scaleOnEdge(text);
  return scale < 1 ? `font-size:${(edgeSize * scale).toFixed(2)}px` : undefined;
}

/** The style of a long number in a leaf; a constant keeps clear of its round ends. */
export function leafStyle({ length }: string, form: 'field' | 'pill'): string | undefined {
  if (length <= (form === 'field' ? 7 : 6)) return undefined;
  const size = Math.min(form === 'field' ? 14 : 11, sizeInLeaf(length));
  return `font-size:${size.toFixed(2)}px;letter-spacing:-.04em`;
}

const family =
  '"Chainrule Text", "Inter Variable", Inter, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", system-ui, sans-serif';

/** Letters only: the digits of the math face are old-style. */
const letters = 'U+41-5A, U+61-7A, U+370-3FF';

/** The style sheet of a picture. */
export function styleOf(palette: Palette, isOpaque: boolean, fonts: Fonts | undefined): string {
  const face = (name: string, data: string, more: string) =>
    `@font-face{font-family:"${name}";src:url(data:font/woff2;base64,${data}) format("woff2");${more}}`;
  const faces =
    fonts === undefined
      ? ''
      : face('Chainrule Text', fonts.text, 'font-weight:100 900') +
        face('Chainrule Math', fonts.math, `font-style:italic;unicode-range:${letters}`);
  // Numbers have a halo in the colour of the ground, so that no line crosses them.
  const halo = isOpaque
    ? `paint-order:stroke;stroke:${palette.canvas};stroke-width:5px;stroke-linejoin:round`
    : '';
  return `${faces}
text{font:400 13.5px ${family};fill:${palette.text};font-feature-settings:"cv05","ss03"}
.name{font-family:"Chainrule Math","KaTeX_Math",${family};font-style:italic;font-size:15.5px;font-weight:400}
.field .name{font-size:15px}
.sub{font:400 10px ${family};font-style:normal}
.muted,.muted .name{fill:${palette.muted}}
.parameter .name{fill:${palette.accent}}
.value,.gradient{font-weight:650;font-variant-numeric:tabular-nums}
.value{fill:${palette.value};font-size:14px}
.gradient{fill:${palette.gradient}}
.local{font-weight:650;font-variant-numeric:tabular-nums}
.shape{fill:${palette.muted};font-size:10.5px}
.bold{font-weight:650}
.hung,.hung.name{font-size:10px}
.nabla{font-size:10.5px;font-weight:400}
.long{font-size:12px;letter-spacing:-.03em}
.cell{font-size:12px}
.on text{font-size:${edgeSize}px;text-anchor:middle;${halo}}
.line{fill:none;stroke:${palette.edge};stroke-width:1.5}
.node rect,.node path,.group{fill:${palette.surface};stroke:${palette['line-strong']}}
.node .rule,.node .dash{fill:none;stroke:${palette.line}}
.node .dash{stroke:${palette['line-strong']};stroke-dasharray:3 2}
.pill rect{fill:${palette.canvas};stroke:${palette.line}}
.parameter rect{stroke:${palette['parameter-line']}}
.output>rect{stroke:${palette.text}}
.badge rect{fill:${palette.text};stroke:none}
.badge text{fill:${palette.canvas};font-size:11.5px;font-weight:650;text-anchor:middle}
.sign{font-size:17px;font-weight:550;text-anchor:middle}
.longSign{font-size:11.5px;letter-spacing:-.02em}
.port{fill:${palette.surface};stroke:${palette.muted}}
.box{fill:${palette.text};fill-opacity:.025;stroke:${palette['line-strong']}}
.title{font-weight:650}
.note rect{fill:${palette.surface};fill-opacity:.82;stroke:${palette.line}}
.heading{font-weight:650;font-size:15px}
.node .bracket{fill:none;stroke:${palette.muted};stroke-width:1.2}`;
}
