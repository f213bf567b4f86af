import {
  type Box,
  curvePath,
  type DrawnEdge,
  type DrawnNode,
  drawGraph,
  formOf,
  pointOn,
  unionOf,
} from '../../drawing/index.ts';
import { formatBriefly, mathName } from '../../formula/index.ts';
import { outputOf, type Position } from '../../graph/index.ts';
import { ops, type Tensor } from '../../ops/index.ts';
import { carried, type Mark, type Sheet } from './sheet.ts';
import styles from './worksheet.module.css';

/** Size of a box to fill in. */
const box = { width: 54, height: 22 };

type MarkOf = (quantity: string) => Mark;

interface PictureProps {
  sheet: Sheet;
  mark: MarkOf;
  /** What the picture is, for whoever does not see it. */
  label: string;
}

/**
 * The graph of a sheet as a drawing, with the geometry of the canvas and all groups open. It is not
 * the picture that is exported: what is asked stands in it as boxes to fill in, and it is printed in
 * the ink of the paper around it.
 */
export function Picture({ sheet, mark, label }: PictureProps) {
  const { graph, program } = sheet.assignment;
  const { groups: _, notes: __, ...bare } = graph;
  const output = outputOf(graph);
  const { nodes, edges } = drawGraph(bare, {
    shapeOf: (id) => program.shapes[program.index.get(id) ?? -1],
    titleOf: () => '',
    widthOf: () => box.width + 4,
  });
  const places = new Map(edges.map(({ id, place }) => [id, place]));
  const { x, y, width, height } = boundsOf(nodes, edges);
  return (
    <svg
      className={styles.picture}
      viewBox={`${x} ${y} ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {edges.map(({ id, curve }) => (
        <path key={id} d={curvePath(curve)} className={styles.edge} />
      ))}
      {nodes.map((at) => (
        <NodeDrawing key={at.id} at={at} isOutput={at.id === output} mark={mark} />
      ))}
      {edges.map((edge) => (
        <EdgeNumbers key={edge.id} edge={edge} place={places.get(edge.id)} mark={mark} />
      ))}
    </svg>
  );
}

/** All that is drawn, and room around it; lines and numbers may stand out above or below nodes. */
function boundsOf(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]): Box {
  const margin = 16;
  const numbers = edges.map(({ place }) => ({ x: place.x, y: place.y - 20, width: 0, height: 44 }));
  const points = edges.flatMap(({ curve }) =>
    [0.25, 0.5, 0.75].map((t) => ({ ...pointOn(curve, t), width: 0, height: 0 })),
  );
  const around = unionOf([...nodes, ...numbers, ...points]);
  const { x, y, width, height } = around ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

interface NodeDrawingProps {
  at: DrawnNode;
  isOutput: boolean;
  mark: MarkOf;
}

function NodeDrawing({ at, isOutput, mark }: NodeDrawingProps) {
  const { node, width, height } = at;
  const form = formOf(node);
  const value = mark(`value:${node.id}`);
  const gradient = mark(`gradient:${node.id}`);
  const right = width - 10;
  const middle = height / 2;
  if (form === 'pill') {
    return (
      <g transform={`translate(${at.x} ${at.y})`} className={styles.node}>
        <rect width={width} height={height} rx={height / 2} />
        <Figure mark={value} kind="value" x={width / 2} y={middle + 5} anchor="middle" />
      </g>
    );
  }
  const sign = form === 'card' ? 42 : 0;
  return (
    <g
      transform={`translate(${at.x} ${at.y})`}
      className={`${styles.node} ${isOutput ? styles.output : ''}`}
    >
      <rect width={width} height={height} rx={10} />
      {form === 'card' && (
        <>
          <path d={`M${sign},0 V${height}`} />
          <Sign of={ops.get(node.op)?.symbol ?? ''} x={sign / 2} y={middle} />
        </>
      )}
      <NodeName id={node.id} x={sign + 10} y={middle - 4} equals={form === 'field'} />
      <Figure mark={value} kind="value" x={right} y={lineOf(value, middle - 4)} anchor="end" />
      <Figure
        mark={gradient}
        kind="gradient"
        x={right}
        y={lineOf(gradient, middle + 17)}
        anchor="end"
        nabla
      />
    </g>
  );
}

function Sign({ of, x, y }: { of: string; x: number; y: number }) {
  return (
    <text x={x} y={y + 5} className={of.length > 3 ? styles.longSign : styles.sign}>
      {of}
    </text>
  );
}

/** Boxes are higher than digits: two of them share a node without touching. */
function lineOf({ as }: Mark, line: number): number {
  return as === 'blank' ? line + 2 : line;
}

interface NodeNameProps {
  id: string;
  x: number;
  y: number;
  /** Leaves read as equations. */
  equals: boolean;
}

/** A name set as mathematics. */
function NodeName({ id, x, y, equals }: NodeNameProps) {
  const { stem, subscript } = mathName(id);
  return (
    <text x={x} y={y} className={styles.name}>
      {stem}
      {subscript !== '' && (
        <tspan dy={4} className={styles.subscript}>
          {subscript}
        </tspan>
      )}
      {equals && (
        <tspan dy={subscript === '' ? 0 : -4} className={styles.equals}>
          {' ='}
        </tspan>
      )}
    </text>
  );
}

interface EdgeNumbersProps {
  edge: DrawnEdge;
  place: Position | undefined;
  mark: MarkOf;
}

/** Value above the edge, contribution below, and below that the local derivative if it is asked. */
function EdgeNumbers({ edge, place, mark }: EdgeNumbersProps) {
  if (place === undefined) return null;
  const contribution = mark(`contribution:${edge.id}`);
  const local = mark(`local:${edge.id}`);
  return (
    <g transform={`translate(${place.x} ${place.y})`}>
      <Figure mark={carried(mark, edge.source)} kind="value" x={0} y={-5} anchor="middle" />
      <Figure mark={contribution} kind="gradient" x={0} y={15} anchor="middle" />
      <Figure
        mark={local}
        kind="local"
        x={0}
        y={contribution.as === 'nothing' ? 15 : 38}
        anchor="middle"
      />
    </g>
  );
}

interface FigureProps {
  mark: Mark;
  kind: 'value' | 'gradient' | 'local';
  x: number;
  /** The line the digits stand on. */
  y: number;
  anchor: 'middle' | 'end';
  nabla?: boolean;
}

/** A number, or a box to fill in with the number of its question. */
function Figure({ mark, kind, x, y, anchor, nabla = false }: FigureProps) {
  const left = anchor === 'middle' ? x - box.width / 2 : x - box.width;
  const sign = kind === 'local' ? '∂' : nabla ? '∇' : '';
  switch (mark.as) {
    case 'nothing':
      return null;
    case 'number':
      return (
        <text
          x={x}
          y={y}
          textAnchor={anchor}
          data-role={kind}
          className={`${styles[kind]} ${mark.isAnswer ? styles.answer : ''}`}
        >
          {sign !== '' && <tspan className={styles.nabla}>{sign} </tspan>}
          {shown(mark.value)}
        </text>
      );
    case 'blank':
      return (
        <g data-role={kind} className={`${styles.blank} ${styles[kind]}`}>
          <rect x={left} y={y - 16} width={box.width} height={box.height} rx={5} />
          <text x={left + 4} y={y - 5.5}>
            {mark.number}
          </text>
        </g>
      );
  }
}

function shown(value: Tensor): string {
  return formatBriefly(value);
}
