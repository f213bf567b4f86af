import { briefly } from '../axes.ts';
import type { Chart, Drawn, Place, Size } from '../chart.ts';
import { rampOf, symbols } from '../look.ts';
import { svgElement, svgLine } from '../svgText.ts';
import { words } from '../words.ts';
import { levelsOf } from './field.ts';
import { bands, legendOver, type Over, readingsOver, sheetOver } from './over.ts';

/** From where a surface is looked at, in radians. */
export interface Turn {
  readonly around: number;
  readonly up: number;
}

/** Cells along each side. */
const cells = 30;

/** How high the surface is for the width of its ground. */
const steepness = 1.15;

/** The loss over two numbers as a surface that can be turned, with the path of each run on it. */
export function surfaceChart(
  over: Over,
  turn: Turn,
  onTurn: (around: number, up: number) => void,
): Chart {
  const { inputs, notes, look, by } = over;
  return {
    title: by.say(words.overTwo(`\`${inputs.output}\``, inputs.across.name, inputs.up.name)),
    look,
    ratio: 0.95,
    notes,
    legend: legendOver(over),
    readings: readingsOver(over),
    sheet: () => sheetOver(over),
    turn: onTurn,
    draw: (size) => drawSurface(over, turn, size),
  };
}

function drawSurface(over: Over, turn: Turn, size: Size): Drawn {
  const { inputs, field, runs, look } = over;
  const { palette } = look;
  const project = projection(turn, size);
  const svg = svgElement('svg', {
    ...size,
    viewBox: `0 0 ${size.width} ${size.height}`,
    style: 'display:block',
  });
  const range = field.high - field.low || 1;
  const height = (value: number) =>
    Number.isFinite(value) ? Math.max(0, Math.min(1, (value - field.low) / range)) : 1;
  const [dx, dy] = inputs.domains.map(([low, high]) => high - low);
  const unit = (x: number, y: number): readonly [number, number] => [
    (2 * (x - inputs.domains[0][0])) / dx - 1,
    (2 * (y - inputs.domains[1][0])) / dy - 1,
  ];
  svg.append(ground(over, project, size));
  const levels = levelsOf(field, bands - 1);
  const colours = rampOf(look, bands);
  const step = (field.size - 1) / cells;
  const at = (i: number, j: number) => {
    const [column, row] = [Math.round(i * step), Math.round(j * step)];
    return field.values[row * field.size + column];
  };
  const corner = (i: number, j: number) =>
    project((2 * i) / cells - 1, (2 * j) / cells - 1, height(at(i, j)));
  const quads: { depth: number; path: string; fill: string }[] = [];
  for (let j = 0; j < cells; j++) {
    for (let i = 0; i < cells; i++) {
      const corners = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
      const mean = (at(i, j) + at(i + 1, j) + at(i + 1, j + 1) + at(i, j + 1)) / 4;
      const band = levels.findIndex((level) => !(mean > level));
      quads.push({
        depth: corners.reduce((sum, { depth }) => sum + depth, 0),
        path: `M${corners.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`,
        fill: colours[band < 0 ? bands - 1 : band],
      });
    }
  }
  quads.sort((a, b) => b.depth - a.depth);
  const surface = svgElement('g', {
    stroke: palette.value,
    'stroke-opacity': 0.45,
    'stroke-width': 0.5,
    'stroke-linejoin': 'round',
  });
  surface.append(...quads.map(({ path, fill }) => svgElement('path', { d: path, fill })));
  svg.append(surface);
  const place = (at: readonly number[], loss: number): Place | undefined => {
    const [u, v] = unit(at[0], at[1]);
    if (Math.abs(u) > 1 || Math.abs(v) > 1 || !Number.isFinite(loss)) return undefined;
    return project(u, v, height(loss));
  };
  for (const { shown, spots } of runs) {
    if (shown.isHidden) continue;
    const path = linesThrough(spots.map(({ at, loss }) => place(at, loss)));
    const line = { d: path, fill: 'none', 'stroke-linejoin': 'round' };
    svg.append(
      svgElement('path', {
        ...line,
        stroke: palette.surface,
        'stroke-width': 4,
        'stroke-opacity': 0.8,
      }),
      svgElement('path', {
        ...{ ...line, stroke: shown.colour, 'stroke-width': 1.8 },
        ...(shown.dash && { 'stroke-dasharray': shown.dash }),
      }),
    );
    const marked = spots.length <= 80 ? spots : [spots[0], ...spots.slice(-1)];
    for (const { at, loss } of marked) {
      const point = place(at, loss);
      if (point === undefined) continue;
      svg.append(
        svgElement('path', {
          d: symbols[shown.symbol],
          transform: `translate(${point.x.toFixed(1)} ${point.y.toFixed(1)})`,
          fill: shown.colour,
          stroke: palette.surface,
        }),
      );
    }
  }
  const here = place(inputs.now, field.here);
  if (here !== undefined) {
    const ring = { fill: palette.surface, stroke: palette.text, 'stroke-width': 2 };
    svg.append(svgElement('circle', { cx: here.x, cy: here.y, r: 6, ...ring }));
  }
  const losses = new Map(
    runs.flatMap(({ spots }) => spots.map(({ at, loss }) => [`${at[0]} ${at[1]}`, loss])),
  );
  return {
    svg,
    toPixel: ({ x, y }) => place([x, y], losses.get(`${x} ${y}`) ?? field.here),
  };
}

type Project = (u: number, v: number, height: number) => Place & { readonly depth: number };

/** Places in the unit square, and heights from 0 to 1, as seen from the turn; farther is deeper. */
function projection({ around, up }: Turn, { width, height }: Size): Project {
  const [cos, sin] = [Math.cos(around), Math.sin(around)];
  const [flat, steep] = [Math.sin(up), Math.cos(up)];
  const scale = Math.min(
    (width - 40) / 3.1,
    (height - 20) / (2.9 * flat + steepness * steep + 0.35),
  );
  const middle = { x: width / 2, y: height / 2 + (scale * steepness * steep) / 2 };
  return (u, v, z) => {
    const away = u * sin + v * cos;
    return {
      x: middle.x + scale * (u * cos - v * sin),
      y: middle.y - scale * (away * flat + steepness * z * steep),
      depth: away,
    };
  };
}

/** The square under the surface, with names and ends of the axes at the edges in front. */
function ground({ inputs, field, look }: Over, project: Project, { width }: Size): SVGElement {
  const { palette } = look;
  const group = svgElement('g');
  const square = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([u, v]) => project(u, v, 0));
  group.append(
    svgElement('path', {
      d: `M${square.map(({ x, y }) => `${x} ${y}`).join('L')}Z`,
      fill: palette.canvas,
      stroke: palette['line-strong'],
    }),
  );
  // The corner of the ground that is farthest away carries the axis of heights.
  const [far] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].sort((a, b) => project(b[0], b[1], 0).depth - project(a[0], a[1], 0).depth);
  const [foot, head] = [project(far[0], far[1], 0), project(far[0], far[1], 1)];
  group.append(
    svgElement('path', {
      d: `M${foot.x} ${foot.y}L${head.x} ${head.y}`,
      stroke: palette['line-strong'],
    }),
  );
  const muted = { fill: palette.muted, 'font-size': 11 };
  const label = (text: string, at: Place, style: Readonly<Record<string, string | number>>) => {
    const anchor = at.x < width * 0.4 ? 'end' : at.x > width * 0.6 ? 'start' : 'middle';
    const [left, right] = [at.x, width - at.x];
    const room = anchor === 'end' ? left : anchor === 'start' ? right : 2 * Math.min(left, right);
    group.append(
      svgLine(text, room - 2, { x: at.x, y: at.y + 4, 'text-anchor': anchor, ...style }),
    );
  };
  const strong = { fill: palette.text, 'font-size': 12.5, 'font-weight': 500 };
  group.append(
    svgLine(`\`${inputs.output}\` ${briefly(field.high)}`, 2 * Math.min(head.x, width - head.x), {
      ...{ x: head.x, y: head.y - 8, 'text-anchor': 'middle' },
      ...muted,
    }),
  );
  const edges = [
    { axis: inputs.across, domain: inputs.domains[0], at: (t: number, s: number) => [t, s] },
    { axis: inputs.up, domain: inputs.domains[1], at: (t: number, s: number) => [s, t] },
  ];
  for (const { axis, domain, at } of edges) {
    const side = [-1, 1].reduce((a, b) => {
      const depth = (s: number) => project(at(0, s)[0], at(0, s)[1], 0).depth;
      return depth(a) < depth(b) ? a : b;
    });
    const out = side * 1.14;
    const point = (t: number, s: number) => project(at(t, s)[0], at(t, s)[1], 0);
    label(axis.name, point(0, side * 1.24), strong);
    label(briefly(domain[0]), point(-0.86, out), muted);
    label(briefly(domain[1]), point(0.86, out), muted);
  }
  return group;
}

/** Lines through places, with gaps where there are none. */
function linesThrough(places: readonly (Place | undefined)[]): string {
  let isOn = false;
  return places
    .map((place) => {
      if (place === undefined) {
        isOn = false;
        return '';
      }
      const sign = isOn ? 'L' : 'M';
      isOn = true;
      return `${sign}${place.x.toFixed(1)} ${place.y.toFixed(1)}`;
    })
    .join('');
}
