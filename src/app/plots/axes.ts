import * as Plot from '@observablehq/plot';
import { formatNumber } from '../../formula/index.ts';
import type { Drawn, Place, Size } from './chart.ts';
import type { Look } from './look.ts';
import { svgElement, svgLine, textFont } from './svgText.ts';

/** One axis: what it counts, and from where to where. */
export interface Axis {
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly isLog?: boolean;
  /** True where only whole numbers mean something. */
  readonly isWhole?: boolean;
  /** True where the numbers of a picture below serve this one too. */
  readonly isMute?: boolean;
}

/** Room around marks. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for the axes: as much on the left as the widest number there takes, and half a long one on the right. */
export function marginsFor(y: Axis, size: Size): Margins {
  const widest = Math.max(...ticksOf(y, size.height - 50).map((tick) => tickText(tick).length));
  return { left: Math.max(30, widest * 6.9 + 14), right: 22, top: 28, bottom: 40 };
}

/** Draws marks between two axes, the labels of which are at their ends. */
export function plotBetween(
  x: Axis,
  y: Axis,
  size: Size,
  look: Look,
  marks: readonly Plot.Markish[],
  margins: Margins = marginsFor(y, size),
  color: Plot.ScaleOptions = { type: 'identity' },
): Drawn {
  const { palette } = look;
  const xTicks = ticksOf(x, size.width - margins.left - margins.right, 70);
  const yTicks = ticksOf(y, size.height - margins.top - margins.bottom);
  const scale = (axis: Axis) => ({
    type: axis.isLog ? ('log' as const) : ('linear' as const),
    domain: [...axis.domain],
    label: null,
    axis: null,
  });
  const tick = {
    tickSize: 0,
    tickPadding: 7,
    tickFormat: tickText,
    fill: palette.muted,
  };
  const plot = Plot.plot({
    width: size.width,
    height: size.height,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    style: { fontFamily: textFont, fontSize: '11.5px', background: 'none', overflow: 'hidden' },
    x: scale(x),
    y: scale(y),
    color,
    marks: [
      Plot.gridY(yTicks, { stroke: palette.line, strokeOpacity: 1 }),
      Plot.gridX(xTicks, { stroke: palette.line, strokeOpacity: 0.7 }),
      ...marks,
      Plot.axisY(yTicks, tick),
      x.isMute ? null : Plot.axisX(xTicks, tick),
    ],
  });
  if (!(plot instanceof SVGSVGElement)) throw new Error('Plot drew no picture');
  // Its style sheet would stretch a drawing that is part of another one.
  plot.querySelector('style')?.remove();
  plot.style.display = 'block';
  // Its names for marks are English, and what is read out is the figure's own.
  for (const mark of plot.querySelectorAll('[aria-label]')) {
    mark.setAttribute('data-mark', mark.getAttribute('aria-label') ?? '');
    mark.removeAttribute('aria-label');
  }
  const label = { fill: palette.text, 'font-size': 12, 'font-weight': 500 };
  plot.append(
    svgLine(y.label, size.width - 4, { ...label, x: 2, y: 14 }),
    svgLine(x.isMute ? '' : x.label, size.width - margins.right - 2, {
      ...label,
      x: size.width - margins.right,
      y: size.height - 5,
      'text-anchor': 'end',
    }),
  );
  const [right, bottom] = [size.width - margins.right, size.height - margins.bottom];
  const [xScale, yScale] = [plot.scale('x'), plot.scale('y')];
  const isWithin = (at: Place) =>
    at.x >= margins.left - 1 && at.x <= right + 1 && at.y >= margins.top - 1 && at.y <= bottom + 1;
  return {
    svg: plot,
    toPixel: (place) => {
      const at = { x: xScale?.apply(place.x), y: yScale?.apply(place.y) };
      return isWithin(at) ? at : undefined;
    },
    toUnits: (pixel) =>
      isWithin(pixel) ? { x: xScale?.invert?.(pixel.x), y: yScale?.invert?.(pixel.y) } : undefined,
  };
}

/** A number at an axis, short. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-3 && size < 1e6)) return formatNumber(value);
  return formatNumber(value).includes('e')
    ? formatNumber(value)
    : value
        .toExponential(4)
        .replace(/\.?0+e/, 'e')
        .replace('e+', 'e');
}

/** A number in a few digits, for legends. */
export function briefly(value: number): string {
  return formatNumber(Number(value.toPrecision(4)));
}

/** Several drawings below each other as one. */
export function stacked(parts: readonly Drawn[]): Drawn {
  const heights = parts.map(({ svg }) => Number(svg.getAttribute('height')));
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, one) => sum + one, 0));
  const width = Number(parts[0]?.svg.getAttribute('width') ?? 0);
  const height = heights.reduce((sum, one) => sum + one, 0);
  const svg = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  parts.forEach((part, i) => {
    part.svg.setAttribute('y', String(tops[i]));
    svg.append(part.svg);
  });
  return {
    svg,
    toPixel: (place, panel = 0) => {
      const at = parts[panel]?.toPixel(place);
      return at && { x: at.x, y: at.y + tops[panel] };
    },
  };
}

/** The numbers at an axis of so many pixels: round ones, some pixels apart. */
export function ticksOf(axis: Axis, length: number, apart = 36): number[] {
  const [low, high] = axis.domain;
  const count = Math.max(2, Math.floor(length / apart));
  if (axis.isLog) return powersBetween(low, high, count);
  // A single number says nothing of how far it is to the next.
  const finerAndFiner = [1, 2, 4].map((times) =>
    evenTicks(low, high, times * count, axis.isWhole ?? false),
  );
  return finerAndFiner.find((ticks) => ticks.length > 1) ?? finerAndFiner[0];
}

function evenTicks(low: number, high: number, count: number, isWhole: boolean): number[] {
  const step = roundStep((high - low) / count, isWhole);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** The least of 1, 2, 5, 10, … (times a power of ten) that is no less. */
function roundStep(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * ([1, 2, 5].find((times) => times * power >= least * (1 - 1e-9)) ?? 10);
  return isWhole ? Math.max(1, step) : step;
}

/** Powers of ten within a range, thinned to about so many; round numbers where there are too few. */
function powersBetween(low: number, high: number, count: number): number[] {
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const every = Math.max(1, Math.ceil((last - first + 1) / count));
  const powers: number[] = [];
  for (let power = first; power <= last; power += every) powers.push(10 ** power);
  if (powers.length > 2) return powers.map((power) => Number(power.toPrecision(1)));
  const fine: number[] = [];
  for (let power = first - 1; power <= last; power++) {
    for (const times of [1, 2, 5]) fine.push(Number(`${times}e${power}`));
  }
  return fine.filter((tick) => tick >= low && tick <= high);
}

/** A range with some room at both ends; one of a single number gets a width. */
export function padded(low: number, high: number, share = 0.05): [number, number] {
  const room = (high - low) * share || Math.abs(low) * 0.1 || 1;
  return [low - room, high + room];
}
