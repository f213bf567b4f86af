import { currentGraph } from '../../store/document.ts';
import { useView } from '../../store/view.ts';
import type { Command } from '../command.ts';

type Moves = typeof import('../../stepping/moves.ts');

/** What takes arrow keys, Home and End for itself. */
export const movable =
  '.react-flow__node, .react-flow__edge, [role=spinbutton], [role=menubar], [role=menu]';

/** What takes the space bar for itself. */
export const pressable = `button, a, summary, ${movable}`;

/** Plays both passes, or pauses. */
export const playOrPause = move({
  id: 'play',
  name: { en: 'Play or pause', 'zh-CN': '播放或暂停' },
  shortcuts: ['Space'],
  yieldsTo: pressable,
  make: ({ playOrPause }) => playOrPause(),
});

/** Makes the next step. */
export const stepOn = move({
  id: 'step-on',
  name: { en: 'Next step', 'zh-CN': '下一步' },
  shortcuts: ['ArrowRight'],
  make: ({ stepOn }) => stepOn(),
});

/** Takes the last step back. */
export const stepBack = move({
  id: 'step-back',
  name: { en: 'Step back', 'zh-CN': '上一步' },
  shortcuts: ['ArrowLeft'],
  make: ({ stepBack }) => stepBack(),
});

/** Goes before the first step. */
export const toStart = move({
  id: 'to-start',
  name: { en: 'To the start', 'zh-CN': '回到开头' },
  shortcuts: ['Home'],
  make: ({ toStart }) => toStart(),
});

/** Goes behind the last step. */
export const toEnd = move({
  id: 'to-end',
  name: { en: 'To the end', 'zh-CN': '跳到末尾' },
  shortcuts: ['End'],
  make: ({ toEnd }) => toEnd(),
});

/** Runs through the forward pass. */
export const runForward = move({
  id: 'run-forward',
  name: { en: 'Run forward pass', 'zh-CN': '运行前向传播' },
  make: ({ runForward }) => runForward(),
});

/** Runs through the backward pass. */
export const runBackward = move({
  id: 'run-backward',
  name: { en: 'Run backward pass', 'zh-CN': '运行反向传播' },
  make: ({ runBackward }) => runBackward(),
});

/** How many steps were made when the last of these commands was done. */
let left = 0;

/**
 * A command that moves through the trace, which is loaded with the first of them. Who has turned to
 * practice or training meanwhile, or moved by hand, is not called back.
 */
function move({
  make,
  ...command
}: Omit<Command, 'run' | 'when'> & { make: (moves: Moves) => void }): Command {
  const when = () => {
    const { mode } = useView.getState();
    return mode !== 'practise' && mode !== 'train' && currentGraph().nodes.length > 0;
  };
  return {
    yieldsTo: movable,
    ...command,
    when,
    run: async () => {
      const found = useView.getState().step;
      const moves = await import('../../stepping/moves.ts');
      const { step } = useView.getState();
      const hasMoved = step !== found && step !== left;
      if (hasMoved || !when()) return;
      make(moves);
      left = useView.getState().step;
    },
  };
}
