export * from './op.ts';
export { ops } from './registry.ts';
export * from './tensor.ts';
export * from './tex.ts';
export * from './text.ts';
