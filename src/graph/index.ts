export * from './edit.ts';
export * from './graph.ts';
export { freshName, isName, nameRule } from './name.ts';
export * from './order.ts';
export * from './problem.ts';
export * from './read.ts';
export { type ReadError, readErrorText } from './readError.ts';
export { jsonSchema } from './schema.ts';
export { writeGraph } from './write.ts';
