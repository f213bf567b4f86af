/** What an attribute can be; undefined leaves it out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes and what is in it, which is SVG already. */
export function element(
  name: string,
  attributes: Attributes,
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(shortened(value)))}"`)
    .join('');
  const inside = content.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** Text as XML takes it; what XML cannot hold at all is left out. */
export function xmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** Coordinates need no more than hundredths. */
function shortened(value: string | number | undefined): string | number | undefined {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}
