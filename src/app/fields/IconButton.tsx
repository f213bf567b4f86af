import type { ComponentProps } from 'react';
import type { Text } from '../../ops/index.ts';
import { useSay } from '../i18n/say.ts';
import buttons from './buttons.module.css';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'name'> {
  name: Text;
}

/** A button that shows nothing but an icon, and is called by its name. */
export function IconButton({ name, className = buttons.icon, ...rest }: IconButtonProps) {
  const said = useSay()(name);
  return <button type="button" className={className} aria-label={said} title={said} {...rest} />;
}
