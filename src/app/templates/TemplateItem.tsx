import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { Graph } from '../../graph/index.ts';
import type { Template } from '../../graph/templates/index.ts';
import type { Text } from '../../ops/index.ts';
import { useDragOut } from '../canvas/dragOut.ts';
import { Prose } from '../fields/Prose.tsx';
import { useSay } from '../i18n/say.ts';
import paletteStyles from '../panels/Palette.module.css';
import { notify } from '../store/view.ts';
import { insertPart } from './insertPart.ts';
import { canTake, useSources } from './sources.ts';
import styles from './Templates.module.css';
import { added, addedBehind, addName, takeText } from './words.ts';

/** A template that ships, with the numbers it is built with. */
export function Shipped({ template }: { template: Template }) {
  const say = useSay();
  const { id, name, about, settings, build } = template;
  const [numbers, setNumbers] = useState<Readonly<Record<string, number>>>({});
  const [chosen, setTakes] = useState<boolean>();
  const marked = useSources();
  const isOffered = canTake(template, marked);
  // A single marked node is what people look at; several are what they have gathered.
  const takes = isOffered && (chosen ?? marked.length > 1);
  const sources = takes ? marked : [];
  const given = takes && template.takes ? { [template.takes.id]: marked.length } : {};
  return (
    <li className={styles.item} data-template={id}>
      <Part
        name={name}
        about={say(about)}
        build={() => build({ ...numbers, ...given })}
        sources={sources}
      />
      {isOffered && (
        <label className={styles.takes}>
          <input
            type="checkbox"
            checked={takes}
            onChange={({ target }) => setTakes(target.checked)}
          />
          <span>
            <Prose of={takeText(marked)} />
          </span>
        </label>
      )}
      {settings.length > 0 && (
        <div className={styles.settings}>
          {settings.map((setting) => (
            <label key={setting.id}>
              {say(setting.name)}
              <input
                type="number"
                min={setting.least}
                max={setting.most}
                disabled={setting.id in given}
                value={{ ...numbers, ...given }[setting.id] ?? setting.default}
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
  /** Nodes of the graph that take the places of its first ones. */
  sources?: readonly string[];
}

/** What is dragged to a place, or added by click, tap or Enter. */
export function Part({ name, about, build, sources = [] }: PartProps) {
  const say = useSay();
  const { ghost, handlers } = useDragOut((place) => {
    insertPart(build(), place, sources);
    notify(sources.length === 0 ? added(name) : addedBehind(name, sources.length));
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
