import { Boxes, FoldVertical, Trash2, Ungroup } from 'lucide-react';
import { useMemo, useState } from 'react';
import { whatIsShown } from '../../drawing/index.ts';
import { type Graph, type Group, localize, setGroupTitle } from '../../graph/index.ts';
import { itemWords } from '../canvas/groups/itemWords.ts';
import { withText } from '../canvas/groups/withText.ts';
import { groupWords } from '../canvas/groups/words.ts';
import { collapse } from '../commands/arrange/collapse.ts';
import { ungroup } from '../commands/arrange/ungroup.ts';
import { removeSelected } from '../commands/edit/removeSelected.ts';
import { saveTemplate } from '../commands/insert/saveTemplate.ts';
import buttons from '../fields/buttons.module.css';
import { Name } from '../fields/Name.tsx';
import { useSay } from '../i18n/say.ts';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import { useNodeGradient, useNodeValue } from '../store/evaluation.ts';
import { select, useView } from '../store/view.ts';
import { CommandButton } from './CommandButton.tsx';
import details from './details.module.css';
import styles from './GroupDetails.module.css';
import { Shown } from './Shown.tsx';

/** One group: its title, and what crosses its border. */
export default function GroupDetails({ group }: { group: Group }) {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const card = useMemo(() => cardOf(graph, group.id), [graph, group.id]);
  const sources = [...new Set(card?.inputs.flatMap(({ source }) => source ?? []))];
  return (
    <>
      <p className={details.kicker}>{say(itemWords.untitled)}</p>
      <TitleInput key={group.id} group={group} />
      {sources.length > 0 && (
        <section>
          <h3 className={details.heading}>{say(groupWords.goesIn)}</h3>
          <ul className={styles.crossing}>
            {sources.map((id) => (
              <Crossing key={id} id={id} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className={details.heading}>{say(groupWords.comesOut)}</h3>
        <ul className={styles.crossing}>
          {card?.outputs.map(({ node }) => (
            <Crossing key={node} id={node} />
          ))}
        </ul>
      </section>
      <div className={details.actions}>
        <CommandButton
          command={collapse}
          label={say(group.collapsed ? groupWords.open : groupWords.collapse)}
          className={buttons.secondary}
        >
          <FoldVertical size={15} aria-hidden="true" />
        </CommandButton>
        <CommandButton command={ungroup} label={say(ungroup.name)} className={buttons.secondary}>
          <Ungroup size={15} aria-hidden="true" />
        </CommandButton>
        <CommandButton
          command={saveTemplate}
          label={say(groupWords.asTemplate)}
          className={buttons.secondary}
        >
          <Boxes size={15} aria-hidden="true" />
        </CommandButton>
        <CommandButton
          command={removeSelected}
          label={say(groupWords.remove)}
          className={buttons.secondary}
        >
          <Trash2 size={15} aria-hidden="true" />
        </CommandButton>
      </div>
    </>
  );
}

/** The ports a group has as a card, whether it and those around it are collapsed or not. */
function cardOf(graph: Graph, id: string) {
  const groups = graph.groups?.map((group) => ({ ...group, collapsed: group.id === id }));
  return whatIsShown({ ...graph, groups }).cards.at(0);
}

/** A value that crosses the border; its name leads to the node. */
function Crossing({ id }: { id: string }) {
  const value = useNodeValue(id);
  const gradient = useNodeGradient(id);
  return (
    <li>
      <button type="button" onClick={() => select([id])}>
        <Name of={id} />
      </button>
      <span className={styles.value}>
        <Shown of={value} />
      </span>
      <span className={styles.gradient}>
        <Shown of={gradient} before="∇ " />
      </span>
    </li>
  );
}

function TitleInput({ group }: { group: Group }) {
  const say = useSay();
  const language = useView((view) => view.language);
  const title = localize(group.title, language);
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    const text = typed?.trim();
    setTyped(null);
    if (text === undefined || text === title) return;
    edit(setGroupTitle(currentGraph(), group.id, withText(group.title, language, text)));
  };
  return (
    <input
      className={styles.title}
      aria-label={say(groupWords.title)}
      placeholder={say(itemWords.untitled)}
      value={typed ?? title}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
