import { setMode, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

/** Turns the page to practice. */
export const practise: Command = {
  id: 'practise',
  name: { en: 'Practise this graph', 'zh-CN': '练习此图' },
  run: () => {
    turnToPractice();
    void import('../../practice/store.ts').then(({ enterPanel }) => afterMenu(enterPanel));
  },
};

/** Turns the graph into an exercise for others. */
export const makeExercise: Command = {
  id: 'make-exercise',
  name: { en: 'Make an exercise…', 'zh-CN': '制作练习…' },
  run: () => {
    turnToPractice();
    void import('../../practice/store.ts').then(({ startAuthoring }) => afterMenu(startAuthoring));
  },
};

function turnToPractice(): void {
  setMode('practise');
  // Where the panel is a sheet, it comes up.
  useView.setState({ sheet: 'panel' });
}

/** Once the menu has given the focus back, so that it can go into the panel. */
function afterMenu(act: () => void): void {
  requestAnimationFrame(act);
}
