import { ChevronRight } from 'lucide-react';
import { lazy, useState } from 'react';
import { categories, type Op, ops } from '../../ops/index.ts';
import { addAt } from '../canvas/adding.ts';
import { middleOfCanvas } from '../canvas/viewport.ts';
import opening from '../fields/opening.module.css';
import { matchingOps } from '../fields/opMatches.ts';
import { SearchField } from '../fields/SearchField.tsx';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import { Part } from '../loading/Part.tsx';
import { openQuickAdd, useView } from '../store/view.ts';
import styles from './Palette.module.css';
import { PaletteItem } from './PaletteItem.tsx';

const Templates = lazy(() => import('../templates/Templates.tsx'));
const FoundTemplates = lazy(() => import('../templates/FoundTemplates.tsx'));

const essentials = [
  ...['input', 'parameter', 'constant', 'multiply', 'add', 'ln', 'sqrt', 'sigmoid'],
  'squaredError',
];

/** The operations to drag or tap onto the canvas: essentials, shelves, and a search over all. */
export function Palette() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <div className={styles.palette}>
      <SearchField
        id="palette-search"
        value={text}
        label={t('palette.search')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('');
          const [first] = matchingOps(text);
          if (event.key === 'Enter' && text.trim() !== '' && first) addAt(first.id);
        }}
      />
      <button
        type="button"
        className={styles.formula}
        onClick={() => {
          useView.setState({ sheet: null });
          openQuickAdd({ at: middleOfCanvas(), isAnywhere: true });
        }}
      >
        <span className={styles.letter} aria-hidden="true">
          ƒ
        </span>
        {t('palette.formula')}
        <kbd className={styles.key}>N</kbd>
      </button>
      {text.trim() === '' ? <Shelves /> : <Found text={text} />}
    </div>
  );
}

function Found({ text }: { text: string }) {
  const { t } = useTranslation();
  const found = matchingOps(text);
  const none = found.length === 0 && <p className={styles.none}>{t('palette.none')}</p>;
  return (
    <div className={styles.list}>
      {found.map((op) => (
        <PaletteItem key={op.id} op={op} form="row" />
      ))}
      <Part fallback={none}>
        <FoundTemplates text={text} none={none} />
      </Part>
    </div>
  );
}

function Shelves() {
  const { t } = useTranslation();
  const all = [...ops.values()];
  const tiles = essentials.flatMap((id) => ops.get(id) ?? []);
  return (
    <>
      <h2 className={styles.heading}>{t('palette.essentials')}</h2>
      <div className={styles.tiles}>
        {tiles.map((op) => (
          <PaletteItem key={op.id} op={op} form="tile" name={tileName(op, t('palette.loss'))} />
        ))}
      </div>
      {categories
        .filter((category) => category !== 'leaves')
        .map((category) => (
          <details key={category} className={`${opening.opening} ${styles.shelf}`}>
            <summary>
              <ChevronRight size={14} aria-hidden="true" />
              {t(`palette.categories.${category}`)}
            </summary>
            <div className={styles.list}>
              {all
                .filter((op) => op.category === category)
                .map((op) => (
                  <PaletteItem key={op.id} op={op} form="row" />
                ))}
            </div>
          </details>
        ))}
      <TemplateShelf />
    </>
  );
}

/** The shelf of larger parts, which are loaded when it is first opened. */
function TemplateShelf() {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={`${opening.opening} ${styles.shelf}`}
      data-shelf="templates"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        <ChevronRight size={14} aria-hidden="true" />
        {say(templates)}
      </summary>
      <Part>{isOpen && <Templates />}</Part>
    </details>
  );
}

const templates = { en: 'Templates', 'zh-CN': '模板' };

/** One tile stands for all losses: which one it is, is chosen on the node. */
function tileName(op: Op, loss: string): string | undefined {
  return op.category === 'losses' ? loss : undefined;
}
