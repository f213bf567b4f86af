import { Copy, Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Picture } from '../../interop/index.ts';
import buttons from '../fields/buttons.module.css';
import choices from '../fields/choices.module.css';
import field from '../fields/field.module.css';
import { fileNameOf, handOver, suggestedName } from '../files/save.ts';
import { useSay } from '../i18n/say.ts';
import { currentSelection } from '../store/selection.ts';
import { notify } from '../store/view.ts';
import { copyPicture, usualScale, usualSettings } from './copying.ts';
import { drawPicture, type PictureSettings, pngBlob, svgBlob } from './drawing.ts';
import styles from './picture.module.css';
import { words } from './words.ts';

type Format = 'svg' | 'png';

/** What to export and how it will look. */
export default function PictureDialog() {
  const say = useSay();
  const [settings, setSettings] = useState<PictureSettings>(() => ({
    ...usualSettings(),
    selectionOnly: currentSelection().nodes.size > 1,
  }));
  const [format, setFormat] = useState<Format>('png');
  const [scale, setScale] = useState(usualScale);
  const picture = usePicture(settings);
  const source = useSource(picture);
  const hasSelection = currentSelection().nodes.size > 0;
  const pixels = format === 'png' ? scale : 1;

  const download = async () => {
    if (picture === undefined) return;
    const name = fileNameOf([suggestedName().replace(/\.json$/, '')]);
    try {
      const blob = format === 'svg' ? svgBlob(picture) : await pngBlob(picture, scale);
      handOver(name.replace(/json$/, format), blob);
    } catch {
      notify(words.tooLarge, 'wrong');
    }
  };

  return (
    <div className={styles.dialog}>
      <div className={choices.options}>
        <label>
          {say(words.format)}
          <select
            className={field.box}
            value={format}
            onChange={({ target }) => setFormat(target.value as Format)}
          >
            <option value="png">PNG</option>
            <option value="svg">SVG</option>
          </select>
        </label>
        <label>
          {say(words.theme)}
          <select
            className={field.box}
            value={settings.theme}
            onChange={({ target }) =>
              setSettings({ ...settings, theme: target.value === 'dark' ? 'dark' : 'light' })
            }
          >
            <option value="light">{say(words.light)}</option>
            <option value="dark">{say(words.dark)}</option>
          </select>
        </label>
        <label>
          {say(words.scale)}
          <select
            className={field.box}
            value={pixels}
            disabled={format === 'svg'}
            onChange={({ target }) => setScale(Number(target.value))}
          >
            {[1, 2, 3, 4].map((times) => (
              <option key={times} value={times}>
                {times}×{picture && ` (${times * picture.width} × ${times * picture.height})`}
              </option>
            ))}
          </select>
        </label>
        {(['numbers', 'background', 'selectionOnly'] as const).map((key) => (
          <label key={key} className={choices.check}>
            <input
              type="checkbox"
              checked={settings[key]}
              disabled={key === 'selectionOnly' && !hasSelection}
              onChange={({ target }) => setSettings({ ...settings, [key]: target.checked })}
            />
            {say(words[key === 'selectionOnly' ? 'selection' : key])}
          </label>
        ))}
      </div>
      <div className={styles.preview} data-theme={settings.theme}>
        {source && <img src={source} alt={say(words.preview)} />}
      </div>
      <div className={buttons.atEnd}>
        <button
          type="button"
          className={buttons.secondary}
          onClick={() => void copyPicture(settings, scale)}
        >
          <Copy size={15} aria-hidden="true" /> {say(words.copy)}
        </button>
        <button
          type="button"
          className={buttons.primary}
          disabled={picture === undefined}
          onClick={() => void download()}
        >
          <Download size={15} aria-hidden="true" /> {say(words.download)}
        </button>
      </div>
    </div>
  );
}

/** The picture as it is set; the one before until it is drawn. */
function usePicture(settings: PictureSettings): Picture | undefined {
  const [picture, setPicture] = useState<Picture>();
  useEffect(() => {
    let isCurrent = true;
    void drawPicture(settings).then((drawn) => {
      if (isCurrent) setPicture(drawn);
    });
    return () => {
      isCurrent = false;
    };
  }, [settings]);
  return picture;
}

/** An address of the picture, for as long as it is seen. */
function useSource(picture: Picture | undefined): string | undefined {
  const [source, setSource] = useState<string>();
  useEffect(() => {
    if (picture === undefined) return;
    const url = URL.createObjectURL(svgBlob(picture));
    setSource(url);
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  return source;
}
