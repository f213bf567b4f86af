import { fileNameOf, handOver, suggestedName } from '../files/save.ts';
import { pngBlob } from '../picture/drawing.ts';
import { loadFonts } from '../picture/fonts.ts';
import { notify } from '../store/view.ts';
import type { Chart, LegendItem } from './chart.ts';
import { csvOf } from './csv.ts';
import { symbols } from './look.ts';
import { plain, svgElement, svgLine, textFont, widthOf } from './svgText.ts';
import { words } from './words.ts';

/** What a picture can be saved as. */
export const formats = ['svg', 'png', 'csv'] as const;
export type Format = (typeof formats)[number];

/** Hands a picture over as a file. */
export async function saveChart(chart: Chart, format: Format): Promise<void> {
  const stem = suggestedName().replace(/\.json$/, '');
  const name = fileNameOf([stem, plain(chart.title)]).replace(/json$/, format);
  if (format === 'csv') {
    handOver(name, new Blob([csvOf(chart.sheet())], { type: 'text/csv' }));
    return;
  }
  const picture = await standalone(chart);
  try {
    const svg = new Blob([picture.svg], { type: 'image/svg+xml' });
    handOver(name, format === 'svg' ? svg : await pngBlob(picture, 2));
  } catch {
    notify(words.tooLarge, 'wrong');
  }
}

const width = 880;
const room = 24;

/** A picture with title, legend, ground and fonts of its own. */
async function standalone(chart: Chart) {
  const fonts = await loadFonts();
  const { palette } = chart.look;
  const inner = {
    width: width - 2 * room,
    height: Math.round(Math.max(420, width * 0.56 * Math.max(1, chart.ratio))),
  };
  const { rows, height: legendHeight } = legendOf(chart.legend, palette.text, inner.width);
  const top = room + 22 + legendHeight;
  const height = top + inner.height + room;
  const svg = svgElement('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    xmlns: 'http://www.w3.org/2000/svg',
  });
  const style = svgElement('style');
  style.textContent = `text{font-family:${textFont};font-variant-numeric:tabular-nums}${
    fonts === undefined
      ? ''
      : `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(data:font/woff2;base64,${fonts.text}) format("woff2")}` +
        `@font-face{font-family:"Chainrule Math";font-style:italic;unicode-range:U+41-5A,U+61-7A,U+370-3FF;src:url(data:font/woff2;base64,${fonts.math}) format("woff2")}`
  }`;
  const drawing = chart.draw(inner).svg;
  drawing.setAttribute('x', String(room));
  drawing.setAttribute('y', String(top));
  const legend = svgElement('g', {
    transform: `translate(${room} ${room + 20})`,
    'font-size': 12.5,
  });
  legend.append(...rows);
  svg.append(
    style,
    svgElement('rect', { width: '100%', height: '100%', fill: palette.surface }),
    svgLine(chart.title, inner.width, {
      x: room,
      y: room + 8,
      'font-size': 16,
      'font-weight': 650,
      fill: palette.text,
    }),
    legend,
    drawing,
  );
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

/** The legend in rows as wide as the picture. */
function legendOf(items: readonly LegendItem[], colour: string, most: number) {
  const rows: SVGElement[] = [];
  let [x, y] = [0, 14];
  for (const item of items) {
    const text = item.end === undefined ? item.text : `${item.text} · ${item.end}`;
    const wide = 34 + widthOf(text, 12.5) + 18;
    if (x > 0 && x + wide > most) [x, y] = [0, y + 20];
    const group = svgElement('g', { transform: `translate(${x} ${y})` });
    if (item.ramp !== undefined) {
      group.append(
        ...rampOf(item.ramp),
        svgLine(`${item.text} – ${item.end}`, most - 80, { x: 80, y: 4, fill: colour }),
      );
      rows.push(group);
      x += wide + 60;
      continue;
    }
    group.append(...signOf(item), svgLine(text, most - 32, { x: 32, y: 4, fill: colour }));
    rows.push(group);
    x += wide;
  }
  return { rows, height: items.length === 0 ? 0 : y + 12 };
}

function rampOf(colours: readonly string[]): SVGElement[] {
  const wide = 72 / colours.length;
  return colours.map((fill, i) =>
    svgElement('rect', { x: i * wide, y: -6, width: wide + 0.5, height: 12, fill }),
  );
}

function signOf({ colour, dash, symbol, isArea, isRing }: LegendItem): SVGElement[] {
  if (isRing) {
    const ring = { r: 5, fill: 'none', stroke: colour, 'stroke-width': 1.8 };
    return [svgElement('circle', { cx: 13, cy: 0, ...ring })];
  }
  const line = svgElement('path', {
    d: 'M0 0H26',
    stroke: colour,
    'stroke-width': 2,
    'stroke-dasharray': dash ?? 'none',
  });
  const mark = svgElement('path', {
    d: isArea && symbol === undefined ? 'M6 -6H20V6H6Z' : symbols[symbol ?? 'circle'],
    transform: isArea && symbol === undefined ? '' : 'translate(13 0)',
    fill: colour,
  });
  return [...(isArea ? [] : [line]), ...(symbol || isArea ? [mark] : [])];
}
