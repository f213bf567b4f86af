import { commands } from '../commands/registry.ts';
import { shortcutLabel } from '../commands/shortcut.ts';
import { useSay } from '../i18n/say.ts';
import { useTranslation } from '../i18n/translation.ts';
import styles from './dialogs.module.css';

/** The sheet of shortcuts, made from the registry of commands. */
export function Shortcuts() {
  const { t } = useTranslation();
  const say = useSay();
  const node = ['move', 'several'] as const;
  const number = ['edit', 'scrub', 'scale', 'leave'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <div className={styles.shortcuts} tabIndex={0}>
      <dl>
        {commands
          .filter(({ shortcuts }) => shortcuts !== undefined)
          .map(({ id, name, shortcuts = [] }) => (
            <Row key={id} name={say(name)} keys={shortcuts.map(shortcutLabel).join(' / ')} />
          ))}
      </dl>
      <div>
        <h3>{t('shortcuts.onNode')}</h3>
        <dl>
          {node.map((key) => (
            <Row
              key={key}
              name={t(`shortcuts.onNodeKeys.${key}`)}
              keys={t(`shortcuts.onNodeKeys.${key}Key`)}
            />
          ))}
        </dl>
        <h3>{t('shortcuts.onNumber')}</h3>
        <dl>
          {number.map((key) => (
            <Row
              key={key}
              name={t(`shortcuts.onNumberKeys.${key}`)}
              keys={t(`shortcuts.onNumberKeys.${key}Key`)}
            />
          ))}
        </dl>
      </div>
    </div>
  );
}

function Row({ name, keys }: { name: string; keys: string }) {
  return (
    <div className={styles.shortcut}>
      <dt>{name}</dt>
      <dd>{keys}</dd>
    </div>
  );
}
