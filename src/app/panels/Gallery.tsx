import { useState } from 'react';
import { type Localized, localize } from '../../graph/index.ts';
import { Scrolling } from '../fields/Scrolling.tsx';
import { SearchField } from '../fields/SearchField.tsx';
import { useTypedAhead } from '../fields/useTypedAhead.ts';
import { type Example, gallery } from '../files/gallery.ts';
import { replaceDocument } from '../files/open.ts';
import { useSay } from '../i18n/say.ts';
import { useView } from '../store/view.ts';
import { galleryWords } from './dialogWords.ts';
import styles from './Gallery.module.css';
import { Thumbnail } from './Thumbnail.tsx';

/** The worked examples by chapter, each with a picture drawn from its graph. */
export default function Gallery({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const language = useView((view) => view.language);
  const [text, setText] = useState('');
  useTypedAhead(setText);
  const wanted = text.trim().toLowerCase();
  const chapters = gallery
    .map((chapter) => ({
      ...chapter,
      examples: chapter.examples.filter((example) => searchable(example).includes(wanted)),
    }))
    .filter(({ examples }) => examples.length > 0);
  const open = ({ id, graph }: Example) => {
    onClose();
    replaceDocument(graph, { fileName: `${id}.json` });
  };
  return (
    <>
      <div className={styles.search}>
        <SearchField
          label={say(galleryWords.search)}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Scrolling className={styles.chapters}>
        {chapters.map(({ id, title, examples }) => (
          <section key={id} aria-labelledby={`chapter-${id}`}>
            <h3 id={`chapter-${id}`}>{localize(title, language)}</h3>
            <div className={styles.grid}>
              {examples.map((example) => (
                <button
                  key={example.id}
                  type="button"
                  className={styles.card}
                  data-example={example.id}
                  onClick={() => open(example)}
                >
                  <Thumbnail graph={example.graph} />
                  <span className={styles.title}>{localize(example.graph.title, language)}</span>
                  <span className={styles.text}>
                    {localize(example.graph.description, language)}
                  </span>
                </button>
              ))}
            </div>
          </section>
        ))}
        {chapters.length === 0 && <p>{say(galleryWords.none)}</p>}
      </Scrolling>
    </>
  );
}

function searchable({ id, graph }: Example): string {
  const texts = (text: Localized | undefined) =>
    typeof text === 'object' ? Object.values(text).join(' ') : (text ?? '');
  return `${id} ${texts(graph.title)} ${texts(graph.description)}`.toLowerCase();
}
