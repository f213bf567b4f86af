/** Signs that take the room of two letters: Chinese, Japanese, Korean, and pictures. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u;

const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text that takes the room of so many letters at most: of a longer one, the middle is left out. */
export function shortText(text: string, room: number): string {
  if (2 * text.length <= room) return text;
  // No one reads further, and the end alone is needed beyond.
  const ends = text.length > 1000 ? `${text.slice(0, 500)}${text.slice(-500)}` : text;
  const signs = [...clusters.segment(ends)].map(({ segment }) => segment);
  const widthOf = (sign: string) => (wide.test(sign) ? 2 : 1);
  const total = signs.reduce((sum, sign) => sum + widthOf(sign), 0);
  if (ends === text && total <= room) return text;
  const last = Math.floor((room - 1) / 4);
  const take = (from: readonly string[], most: number) => {
    let left = most;
    const kept = from.findIndex((sign) => {
      left -= widthOf(sign);
      return left < 0;
    });
    return kept === -1 ? from : from.slice(0, kept);
  };
  const head = take(signs, room - 1 - last);
  const tail = [...take([...signs].reverse(), last)].reverse();
  return `${head.join('')}…${tail.join('')}`;
}
