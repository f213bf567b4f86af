export { type Answer, type AnswerResult, normalize, readAnswer } from './answer.ts';
export { type Assignment, assign, type Question, type Terms, tensorIn } from './assignment.ts';
export { type Diagnosis, slipAt } from './diagnosis.ts';
export type { Mark, Verdict } from './marking.ts';
export { mistakes } from './mistakes/index.ts';
export * from './review.ts';
export type { Mistake } from './site.ts';
export { exerciseOn, type Topic, topicNames, topics } from './topics.ts';
