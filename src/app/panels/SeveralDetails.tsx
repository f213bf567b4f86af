import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  type LucideIcon,
} from 'lucide-react';
import { CommandButton } from '../commands/CommandButton.tsx';
import type { Command, MenuId } from '../commands/command.ts';
import { useMenuTitles } from '../commands/menuTitles.ts';
import { isPossible } from '../commands/possible.ts';
import { menus } from '../commands/registry.ts';
import { shortcutLabel } from '../commands/shortcut.ts';
import details from '../fields/details.module.css';
import { useSay } from '../i18n/say.ts';
import { useView } from '../store/view.ts';
import styles from './SeveralDetails.module.css';
import { selectedText } from './severalWords.ts';

/** What is seen best in a picture of it; these stand in a row. */
const icons: Readonly<Record<string, LucideIcon>> = {
  'align-left': AlignStartVertical,
  'align-centre': AlignCenterVertical,
  'align-right': AlignEndVertical,
  'align-top': AlignStartHorizontal,
  'align-middle': AlignCenterHorizontal,
  'align-bottom': AlignEndHorizontal,
  'distribute-horizontally': AlignHorizontalSpaceBetween,
  'distribute-vertically': AlignVerticalSpaceBetween,
};

/** Several things that are selected: how many, and all that can be done with them, by menu. */
export default function SeveralDetails() {
  const say = useSay();
  const titles = useMenuTitles();
  const nodes = useView((view) => view.selectedNodes);
  const groups = useView((view) => view.selectedGroups);
  const notes = useView((view) => view.selectedNotes);
  const edges = useView((view) => view.selectedEdges);
  const counts = { nodes: nodes.size, groups: groups.size, notes: notes.size };
  return (
    <>
      <p className={details.lead}>{say(selectedText(counts, edges.size))}</p>
      {menusWithOffers().map(({ menu, offers }) => (
        <section key={menu}>
          <h3 className={details.heading}>{titles[menu]}</h3>
          <Offers commands={offers} />
        </section>
      ))}
    </>
  );
}

function Offers({ commands }: { commands: readonly Command[] }) {
  const say = useSay();
  const pictured = commands.filter(({ id }) => id in icons);
  return (
    <>
      {pictured.length > 0 && (
        <div className={styles.icons}>
          {pictured.map((command) => {
            const Icon = icons[command.id];
            return (
              <CommandButton key={command.id} command={command}>
                <Icon size={16} aria-hidden="true" />
              </CommandButton>
            );
          })}
        </div>
      )}
      <ul>
        {commands
          .filter(({ id }) => !(id in icons))
          .map((command) => (
            <li key={command.id}>
              <CommandButton command={command} label={say(command.name)} className={styles.offer}>
                <span className={styles.keys} aria-hidden="true">
                  {command.shortcuts && shortcutLabel(command.shortcuts[0])}
                </span>
              </CommandButton>
            </li>
          ))}
      </ul>
    </>
  );
}

/** What has to do with what is selected and can be done now; of what stands in a row, all. */
function menusWithOffers(): readonly { menu: MenuId; offers: readonly Command[] }[] {
  const isOffered = (command: Command) =>
    isAbout(command) && (isPossible(command) || command.id in icons);
  return order
    .map((menu) => ({ menu, offers: menus[menu].flat().filter(isOffered) }))
    .filter(({ offers }) => offers.length > 0);
}

function isAbout({ on = [], onSelection, heedsSelection }: Command): boolean {
  return heedsSelection || on.includes('node') || (onSelection === true && !on.includes('canvas'));
}

/** The menus that have something to offer here, the most wanted first. */
const order: readonly MenuId[] = ['edit', 'arrange', 'insert', 'select', 'view', 'file'];
