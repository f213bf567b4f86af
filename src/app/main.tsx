import '@fontsource-variable/inter/wght.css';
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { openFirstDocument } from './files/start.ts';
import { startLanguage } from './i18n/index.ts';
import { isLoadFailure, startTellingFailures } from './loading/failed.ts';
import { startAppearance } from './store/appearance.ts';
import { startTheme } from './theme.ts';

startTheme();
startAppearance();
startLanguage();
startTellingFailures();
/** Whoever uses the page has been told of what could not be loaded; the rest is for us. */
function complain(error: unknown): void {
  if (!isLoadFailure(error)) console.error(error);
}

const root = document.getElementById('root');
if (root) {
  createRoot(root, { onCaughtError: complain }).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
await openFirstDocument();
