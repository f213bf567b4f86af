import { setMode, useView } from '../../store/view.ts';
import type { Command } from '../command.ts';
import { movable, pressable } from './stepping.ts';

type Actions = typeof import('../../training/actions.ts');

/** Turns the page to training. */
export const trainGraph: Command = {
  id: 'train',
  name: { en: 'Train this graph', 'zh-CN': '训练此图' },
  run: () => {
    setMode('train');
    // Where the panel is a sheet, it comes up.
    useView.setState({ sheet: 'panel' });
  },
};

/** Trains on, or pauses. */
export const trainOrPause = action({
  id: 'train-or-pause',
  name: { en: 'Train or pause', 'zh-CN': '训练或暂停' },
  shortcuts: ['Space'],
  yieldsTo: pressable,
  act: ({ trainOrPause }) => trainOrPause(),
});

/** Makes one update. */
export const updateOnce = action({
  id: 'update-once',
  name: { en: 'One update', 'zh-CN': '更新一次' },
  shortcuts: ['ArrowRight'],
  act: ({ updateOnce }) => updateOnce(),
});

/** Makes several updates. */
export const updateSeveral = action({
  id: 'update-several',
  name: { en: 'Several updates', 'zh-CN': '更新多次' },
  shortcuts: ['Shift+ArrowRight'],
  act: ({ updateSeveral }) => updateSeveral(),
});

/** Goes back to the iterate before. */
export const updateBack = action({
  id: 'update-back',
  name: { en: 'Iterate before', 'zh-CN': '上一次迭代' },
  shortcuts: ['ArrowLeft'],
  act: ({ back }) => back(),
});

/** Goes to the first iterate of the run. */
export const toFirstIterate = action({
  id: 'to-first-iterate',
  name: { en: 'First iterate', 'zh-CN': '第一次迭代' },
  shortcuts: ['Home'],
  act: ({ toFirst }) => toFirst(),
});

/** Goes to the last iterate of the run. */
export const toLastIterate = action({
  id: 'to-last-iterate',
  name: { en: 'Last iterate', 'zh-CN': '最后一次迭代' },
  shortcuts: ['End'],
  act: ({ toLast }) => toLast(),
});

/** Puts the parameters back to where training started from. */
export const resetTraining = action({
  id: 'reset-training',
  name: { en: 'Reset the parameters', 'zh-CN': '重置参数' },
  act: ({ reset }) => reset(),
});

/** Something training does; how it does it is loaded with the first of them. */
function action({
  act,
  ...command
}: Omit<Command, 'run' | 'when'> & { act: (actions: Actions) => void }): Command {
  return {
    yieldsTo: movable,
    ...command,
    when: () => useView.getState().mode === 'train',
    run: () => void import('../../training/actions.ts').then(act),
  };
}
