import { Plus } from 'lucide-react';
import { useState } from 'react';
import { addAt } from '../canvas/adding.ts';
import buttons from '../fields/buttons.module.css';
import field from '../fields/field.module.css';
import { useSay } from '../i18n/say.ts';
import { OpOptions } from './editors.tsx';
import styles from './outline.module.css';
import { type RowOrder, rowOrders } from './rows.ts';
import { focusCell, newOpId, useOutline } from './store.ts';
import { orderNames, words } from './words.ts';

/** Adding a node, and the order of the rows. */
export function Tools() {
  const say = useSay();
  const order = useOutline((state) => state.order);
  const [op, setOp] = useState('input');
  const add = () => {
    const id = addAt(op);
    if (id !== undefined) focusCell({ id, column: 'name' });
  };
  return (
    <>
      <span className={styles.adding}>
        <select
          id={newOpId}
          className={field.box}
          aria-label={say(words.newOp)}
          value={op}
          onChange={({ target }) => setOp(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        >
          <OpOptions />
        </select>
        <button type="button" className={buttons.secondary} onClick={add}>
          <Plus size={15} aria-hidden="true" />
          {say(words.add)}
        </button>
      </span>
      <label className={styles.order}>
        <span>{say(words.order)}</span>
        <select
          className={field.box}
          value={order}
          onChange={({ target }) => useOutline.setState({ order: target.value as RowOrder })}
        >
          {rowOrders.map((one) => (
            <option key={one} value={one}>
              {say(orderNames[one])}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
