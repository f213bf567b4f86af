/** Signs that take the room of two letters: Chinese, Japanese, Korean, and pictures. */
const wide = /[\u2e80-\uffdc]|\p{Extended_Pictographic}/u;

/** A text that takes the room of so many letters at most: of a longer one, the middle is left out. */
export function shortText(text: string, room: number): string {
  if (2 * text.length <= room) return text;
  const signs = [...text];
  const first = (from: readonly string[], most: number) => {
    let left = most;
    const end = from.findIndex((sign) => {
      left -= wide.test(sign) ? 2 : 1;
      return left < 0;
    });
    return end < 0 ? from : from.slice(0, end);
  };
  if (first(signs, room) === signs) return text;
  const last = Math.floor((room - 1) / 4);
  const head = first(signs, room - 1 - last).join('');
  return `${head}…${[...first(signs.reverse(), last)].reverse().join('')}`;
}
