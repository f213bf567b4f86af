import { lazy, Suspense } from 'react';
import { openDialog, useView } from '../store/view.ts';

const OpenDialog = lazy(() => import('./OpenDialog.tsx'));

/** The dialog that is open, if one is; dialogs are loaded when the first one opens. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  if (dialog === null) return null;
  return (
    <Suspense>
      <OpenDialog dialog={dialog} onClose={() => openDialog(null)} />
    </Suspense>
  );
}
