import { groupFlowId } from '../../../drawing/index.ts';
import { type Group, localize, setGroupTitle } from '../../../graph/index.ts';
import { DoubleClick } from '../../fields/DoubleClick.tsx';
import { TextInPlace } from '../../fields/TextInPlace.tsx';
import { useSay } from '../../i18n/say.ts';
import { currentGraph, edit } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import { focusNode } from '../viewport.ts';
import styles from './groups.module.css';
import { itemWords } from './itemWords.ts';
import { withText } from './withText.ts';
import { groupWords } from './words.ts';

/** The title of a group, edited in place: double-click or F2, Enter keeps, Esc leaves it as it was. */
export function GroupTitle({ group }: { group: Group }) {
  const say = useSay();
  const language = useView((view) => view.language);
  const isEditing = useView((view) => view.renaming === groupFlowId(group.id));
  const title = localize(group.title, language);
  if (isEditing) return <TitleInput group={group} title={title} />;
  return (
    <DoubleClick
      className={`${styles.title} ${title === '' ? styles.untitled : ''}`}
      title={say(groupWords.rename)}
      onDouble={() => useView.setState({ renaming: groupFlowId(group.id) })}
    >
      {title || say(itemWords.untitled)}
    </DoubleClick>
  );
}

function TitleInput({ group, title }: { group: Group; title: string }) {
  const say = useSay();
  return (
    <TextInPlace
      initial={title}
      label={say(groupWords.title)}
      className={styles.titleInput}
      onDone={(text, isLeaving) => {
        if (text !== undefined && text !== title) {
          const { language } = useView.getState();
          edit(setGroupTitle(currentGraph(), group.id, withText(group.title, language, text)));
        }
        useView.setState({ renaming: null });
        if (!isLeaving) focusNode(groupFlowId(group.id));
        return true;
      }}
    />
  );
}
