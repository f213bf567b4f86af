import { create, parseDependencies } from 'mathjs/number';

/** The parser of mathjs, the only part of it in use: nothing that someone types is evaluated. */
export const { parse } = create(parseDependencies);
