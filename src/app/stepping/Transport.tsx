/** Plays the trace like a record. */
export default function Transport() {
  return null;
}
