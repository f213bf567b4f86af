import {
  curvePath,
  edgeCurve,
  formOf,
  inputAnchor,
  outputAnchor,
  sizeOfNode,
} from '../../drawing/index.ts';
import { edgesOf, type Graph, outputOf } from '../../graph/index.ts';
import { shapeOf } from '../../ops/index.ts';
import styles from './Gallery.module.css';

/** A small picture of a graph, drawn with the geometry of the canvas. */
export function Thumbnail({ graph }: { graph: Graph }) {
  const output = outputOf(graph);
  const boxes = graph.nodes.map((node) => {
    const size = sizeOfNode(node, node.value === undefined ? [] : shapeOf(node.value));
    return { node, size, ...(node.position ?? { x: 0, y: 0 }) };
  });
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  const right = Math.max(...boxes.map(({ x, size }) => x + size.width));
  const bottom = Math.max(...boxes.map(({ y, size }) => y + size.height));
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  // Small graphs are not blown up: a pair of nodes should look like a pair of nodes.
  const width = Math.max(right - left, 760) + 40;
  const height = Math.max(bottom - top, 300) + 40;
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  return (
    <svg
      className={styles.thumbnail}
      viewBox={`${middle.x - width / 2} ${middle.y - height / 2} ${width} ${height}`}
      aria-hidden="true"
    >
      {edgesOf(graph).map(({ id, source, target, port }) => {
        const from = byId.get(source);
        const to = byId.get(target);
        if (from === undefined || to === undefined) return null;
        const start = outputAnchor(from.size);
        const end = inputAnchor(to.node, to.size, port);
        const curve = edgeCurve(
          { x: from.x + start.x, y: from.y + start.y },
          { x: to.x + end.x, y: to.y + end.y },
        );
        return <path key={id} d={curvePath(curve)} className={styles.edge} />;
      })}
      {boxes.map(({ node, size, x, y }) => (
        <rect
          key={node.id}
          x={x}
          y={y}
          {...size}
          rx={formOf(node) === 'pill' ? size.height / 2 : 12}
          className={`${styles[node.op] ?? ''} ${node.id === output ? styles.output : ''}`}
        />
      ))}
    </svg>
  );
}
