export type { DataColumn, Dataset } from './dataset.ts';
export * from './edit.ts';
export * from './exercise.ts';
export { duplicate, extract, type Inserted, insert } from './fragment.ts';
export * from './graph.ts';
export type { Group } from './group.ts';
export {
  ancestorsOf,
  findGroup,
  groupNodes,
  groupOf,
  membersOf,
  moveGroups,
  moveInto,
  moveToGroup,
  setCollapsed,
  setGroupTitle,
  ungroup,
} from './groups.ts';
export { hasQuantity } from './keepExercise.ts';
export { type Localized, localize } from './localized.ts';
export { freshAmong, freshName, isName, nameRule } from './name.ts';
export type { Note } from './note.ts';
export * from './notes.ts';
export * from './order.ts';
export type { Position } from './position.ts';
export * from './problem.ts';
export * from './quantity.ts';
export * from './read.ts';
export { clip, type ReadError, readErrorText } from './readError.ts';
export * from './rewire.ts';
export { jsonSchema } from './schema.ts';
export { completeSelection, type Selection } from './selection.ts';
export { swapOperands } from './swapOperands.ts';
export * from './training.ts';
export { writeGraph } from './write.ts';
