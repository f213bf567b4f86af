import { Boxes, FoldVertical, Trash2, Ungroup } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type ShownCard, whatIsShown } from '../../drawing/index.ts';
import { nodeGradient } from '../../engine/index.ts';
import { edgesOf, type Graph, type Group, localize, setGroupTitle } from '../../graph/index.ts';
import { flatten, shapeOf, type Tensor, unflatten } from '../../ops/index.ts';
import type { PortRef } from '../canvas/connecting.ts';
import { itemWords } from '../canvas/groups/itemWords.ts';
import { withText } from '../canvas/groups/withText.ts';
import { groupWords } from '../canvas/groups/words.ts';
import { collapse } from '../commands/arrange/collapse.ts';
import { ungroup } from '../commands/arrange/ungroup.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { removeSelected } from '../commands/edit/removeSelected.ts';
import { saveTemplate } from '../commands/insert/saveTemplate.ts';
import buttons from '../fields/buttons.module.css';
import details from '../fields/details.module.css';
import { Name } from '../fields/Name.tsx';
import { Shown } from '../fields/Shown.tsx';
import { useSay } from '../i18n/say.ts';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import { edgeNumber, useNodeValue, useTensor } from '../store/evaluation.ts';
import { select, useView } from '../store/view.ts';
import styles from './GroupDetails.module.css';

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
              <Crossing key={id} id={id} edges={enteringFrom(card, id)} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className={details.heading}>{say(groupWords.comesOut)}</h3>
        <ul className={styles.crossing}>
          {card?.outputs.map(({ node }) => (
            <Crossing key={node} id={node} edges={leavingFrom(graph, card, node)} />
          ))}
        </ul>
      </section>
      <div className={details.actions}>
        {buttonsOf(group).map(({ command, label, Icon }) => (
          <CommandButton
            key={command.id}
            command={command}
            label={say(label)}
            className={buttons.secondary}
          >
            <Icon size={15} aria-hidden="true" />
          </CommandButton>
        ))}
      </div>
    </>
  );
}

const buttonsOf = ({ collapsed }: Group) => [
  {
    command: collapse,
    label: collapsed ? groupWords.open : groupWords.collapse,
    Icon: FoldVertical,
  },
  { command: ungroup, label: ungroup.name, Icon: Ungroup },
  { command: saveTemplate, label: groupWords.asTemplate, Icon: Boxes },
  { command: removeSelected, label: groupWords.remove, Icon: Trash2 },
];

/** The ports a group has as a card, whether it and those around it are collapsed or not. */
function cardOf(graph: Graph, id: string) {
  const groups = graph.groups?.map((group) => ({ ...group, collapsed: group.id === id }));
  return whatIsShown({ ...graph, groups }).cards.at(0);
}

/** The edges by which the value of a node outside comes in. */
function enteringFrom(card: ShownCard | undefined, id: string): readonly PortRef[] {
  return card?.inputs.filter(({ source }) => source === id) ?? [];
}

/** The edges by which the value of a node within goes out. */
function leavingFrom(graph: Graph, { members }: ShownCard, id: string): readonly PortRef[] {
  return edgesOf(graph).filter(({ source, target }) => source === id && !members.includes(target));
}

interface CrossingProps {
  id: string;
  /** Where it crosses the border: what comes back is the sum of what comes back by these. */
  edges: readonly PortRef[];
}

/** A value that crosses the border, and the gradient that comes back there; its name leads to the node. */
function Crossing({ id, edges }: CrossingProps) {
  const value = useNodeValue(id);
  const gradient = useTensor((evaluation) => {
    // What leads nowhere has what it has by itself: the output 1, others 0.
    if (edges.length === 0 || evaluation.program.output === id) {
      return nodeGradient(evaluation.program, id);
    }
    return sumOf(edges.map(({ target, port }) => edgeNumber(evaluation, target, port, 'gradient')));
  });
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

/** The sum of numbers or matrices of one shape; undefined as soon as one of them is. */
function sumOf(tensors: readonly (Tensor | undefined)[]): Tensor | undefined {
  return tensors.reduce((sum, next) => {
    if (sum === undefined || next === undefined) return undefined;
    const more = flatten(next);
    return unflatten(
      flatten(sum).map((number, i) => number + more[i]),
      shapeOf(sum),
    );
  });
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
      className={`${details.titleField} ${styles.title}`}
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
