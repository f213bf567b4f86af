export { logistic } from './logistic.ts';
export * from './numeric/index.ts';
export * from './op.ts';
export { ops } from './registry.ts';
export * from './tensor.ts';
export * from './tex.ts';
export * from './text.ts';
