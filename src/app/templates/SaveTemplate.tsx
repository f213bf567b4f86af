import { useState } from 'react';
import { extract, findGroup, localize } from '../../graph/index.ts';
import buttons from '../fields/buttons.module.css';
import { useSay } from '../i18n/say.ts';
import { currentGraph } from '../store/document.ts';
import { currentSelection } from '../store/selection.ts';
import { notify, useView } from '../store/view.ts';
import { keepTemplate } from './own.ts';
import own from './Templates.module.css';
import { kept, words } from './words.ts';

/** Asks what the selection is to be called as a template, and keeps it. */
export default function SaveTemplate({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const [name, setName] = useState(suggestedName);
  return (
    <form
      className={own.saving}
      onSubmit={(event) => {
        event.preventDefault();
        const text = name.trim();
        if (text === '') return;
        const isKept = keepTemplate(extract(currentGraph(), currentSelection()), text);
        onClose();
        if (isKept) notify(kept(text));
        else notify(words.refused, 'wrong');
      }}
    >
      <label>
        {say(words.name)}
        <input
          className={own.name}
          value={name}
          required
          autoComplete="off"
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <div className={buttons.atEnd}>
        <button type="button" className={buttons.secondary} onClick={onClose}>
          {say(words.cancel)}
        </button>
        <button type="submit" className={buttons.primary} disabled={name.trim() === ''}>
          {say(words.keep)}
        </button>
      </div>
    </form>
  );
}

/** A marked group lends its title. */
function suggestedName(): string {
  const { selectedGroups, language } = useView.getState();
  const [first] = selectedGroups;
  const group = first === undefined ? undefined : findGroup(currentGraph(), first);
  return localize(group?.title, language);
}
