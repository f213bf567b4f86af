import { shapeText } from '../../graph/index.ts';
import { useSay } from '../i18n/say.ts';
import { useAppearance } from '../store/appearance.ts';
import styles from './ShapeMark.module.css';
import { useNodeShape } from './shape.ts';

/** The shape of a node's value below it, for those who want to see shapes. */
export function ShapeMark({ id }: { id: string }) {
  const isWanted = useAppearance((appearance) => appearance.showsShapes);
  return isWanted ? <Shape id={id} /> : null;
}

function Shape({ id }: { id: string }) {
  const say = useSay();
  const shape = useNodeShape(id);
  if (shape === undefined) return null;
  return (
    <span className={styles.shape} data-role="shape">
      {say(shapeText(shape))}
    </span>
  );
}
