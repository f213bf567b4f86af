/** Signs that stand in no name of an operation; those of a product only behind something. */
const sureSign = /[=;\n]|\S\s*[*^@[]/;

/** Signs and digits that names of operations may have too (cross-entropy, log2). */
const anySign = /[-+*/^@()[\]|,.\d−–×·⋅÷（）＋－＊／＝]/;

/**
 * Whether a text typed where operations are searched is a formula; `found` tells whether it finds
 * any operation. A name alone, or a sign alone, stays a search.
 */
export function isFormula(text: string, found: boolean): boolean {
  const trimmed = text.trim();
  return sureSign.test(trimmed) || (!found && anySign.test(trimmed));
}
