import { isName, rename } from '../../graph/index.ts';
import { DoubleClick } from '../fields/DoubleClick.tsx';
import { Label } from '../fields/Label.tsx';
import { TextInPlace } from '../fields/TextInPlace.tsx';
import { refusalText } from '../i18n/refusal.ts';
import { useTranslation } from '../i18n/translation.ts';
import { currentGraph, edit } from '../store/document.ts';
import { notify, select, useView } from '../store/view.ts';
import styles from './NameField.module.css';
import { focusNode } from './viewport.ts';

/** A node's name, renamed in place: double-click or F2, Enter keeps, Esc leaves it as it was. */
export function NameField({ id, label }: { id: string; label?: string }) {
  const isEditing = useView((view) => view.renaming === id);
  const { t } = useTranslation();
  if (isEditing) return <NameInput id={id} />;
  return (
    <DoubleClick
      className={styles.name}
      title={t('node.rename')}
      onDouble={() => startRenaming(id)}
    >
      <Label id={id} label={label} />
    </DoubleClick>
  );
}

/** Opens the name of a node for editing on the canvas. */
export function startRenaming(id: string | null): void {
  useView.setState({ renaming: id });
}

function NameInput({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <TextInPlace
      initial={id}
      label={t('node.name')}
      className={styles.nameInput}
      isFitted
      isSound={isName}
      onDone={(text, isLeaving) => {
        const isRenamed = text !== undefined && commitName(id, text);
        // A name that was refused stays to be mended, unless the person has turned to something else.
        if (text !== undefined && !isRenamed && !isLeaving) return false;
        startRenaming(null);
        if (!isLeaving) focusNode(isRenamed ? text : id);
        return true;
      }}
    />
  );
}

/** Renames a node, or says why it keeps its name. */
export function commitName(id: string, to: string): boolean {
  const result = rename(currentGraph(), id, to);
  if (!result.ok) {
    notify(refusalText(result.refusal), 'wrong');
    return false;
  }
  edit(result.graph);
  if (useView.getState().selectedNodes.has(id)) select([to]);
  return true;
}
