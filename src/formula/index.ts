export { type MathName, mathName, nameTex } from './name.ts';
export { type Digits, formatNumber } from './number.ts';
export { formatTensor, isWrittenOut, tensorSource } from './tensorText.ts';
