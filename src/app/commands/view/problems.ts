import { useEvaluation } from '../../store/evaluation.ts';
import type { Command } from '../command.ts';

const hasProblems = () => useEvaluation.getState().problems.length > 0;

/** Goes to the next node that has a problem. */
export const nextProblem: Command = {
  id: 'next-problem',
  name: { en: 'Next problem', 'zh-CN': '下一个问题' },
  shortcuts: ['F8'],
  when: hasProblems,
  run: () => void import('../../find/problems.ts').then(({ goToProblem }) => goToProblem(1)),
};

/** Goes to the node with a problem before this one. */
export const previousProblem: Command = {
  id: 'previous-problem',
  name: { en: 'Previous problem', 'zh-CN': '上一个问题' },
  shortcuts: ['Shift+F8'],
  when: hasProblems,
  run: () => void import('../../find/problems.ts').then(({ goToProblem }) => goToProblem(-1)),
};
