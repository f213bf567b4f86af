export { type MathName, mathName, nameTex } from './name.ts';
export { type Digits, formatNumber } from './number.ts';
export { shortText } from './shortText.ts';
export { formatBriefly, formatTensor, isWrittenOut, tensorSource } from './tensorText.ts';
