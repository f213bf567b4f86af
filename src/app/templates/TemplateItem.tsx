import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { Graph } from '../../graph/index.ts';
import type { Template } from '../../graph/templates/index.ts';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import { useDragOut } from '../panels/dragOut.ts';
import paletteStyles from '../panels/Palette.module.css';
import { notify } from '../store/view.ts';
import { insertPart } from './insertPart.ts';
import styles from './Templates.module.css';
import { added, addName } from './words.ts';

/** A template that ships, with the numbers it is built with. */
export function Shipped({ template }: { template: Template }) {
  const say = useSay();
  const { id, name, about, settings, build } = template;
  const [numbers, setNumbers] = useState<Readonly<Record<string, number>>>({});
  return (
    <li className={styles.item} data-template={id}>
      <Part name={name} about={say(about)} build={() => build(numbers)} />
      {settings.length > 0 && (
        <div className={styles.settings}>
          {settings.map((setting) => (
            <label key={setting.id}>
              {say(setting.name)}
              <input
                type="number"
                min={setting.least}
                max={setting.most}
                value={numbers[setting.id] ?? setting.default}
                onChange={({ target }) =>
                  setNumbers({ ...numbers, [setting.id]: target.valueAsNumber })
                }
              />
            </label>
          ))}
        </div>
      )}
    </li>
  );
}

interface PartProps {
  name: Text;
  about?: string;
  build: () => Graph;
}

/** What is dragged to a place, or added by click, tap or Enter. */
export function Part({ name, about, build }: PartProps) {
  const say = useSay();
  const { ghost, handlers } = useDragOut((place) => {
    insertPart(build(), place);
    notify(added(name));
  });
  return (
    <>
      <button
        type="button"
        className={paletteStyles.row}
        aria-label={say(addName(say(name)))}
        title={about}
        {...handlers}
      >
        <span className={paletteStyles.label}>{say(name)}</span>
      </button>
      {ghost &&
        createPortal(
          <div className={paletteStyles.ghost} style={{ left: ghost.x, top: ghost.y }}>
            {say(name)}
          </div>,
          document.body,
        )}
    </>
  );
}
