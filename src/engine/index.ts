export { compile, rebind } from './compile.ts';
export { domainProblems } from './domain.ts';
export * from './edges.ts';
export * from './evaluate.ts';
export { checkGradients, type GradientCheck } from './gradientCheck.ts';
export { setLanes, setLeaf } from './leaf.ts';
export * from './numbers.ts';
export type { Lanes, Program, Reduction, ScheduledRun } from './program.ts';
export { lookUp, type NumbersOf } from './quantities.ts';
