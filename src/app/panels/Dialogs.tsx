import { lazy } from 'react';
import { Part } from '../loading/Part.tsx';
import { openContextMenu, openDialog, useView } from '../store/view.ts';

const OpenDialog = lazy(() => import('./OpenDialog.tsx'));
const ContextMenu = lazy(() => import('./ContextMenu.tsx'));

/** The dialog or context menu that is open, if one is; both are loaded when the first one opens. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  const menu = useView((view) => view.contextMenu);
  return (
    <Part onFailed={closeAll}>
      {dialog && <OpenDialog dialog={dialog} onClose={() => openDialog(null)} />}
      {menu && <ContextMenu key={`${menu.at.x},${menu.at.y}`} {...menu} />}
    </Part>
  );
}

function closeAll(): void {
  openDialog(null);
  openContextMenu(null);
}
