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
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Coordinates need no more than hundredths. */
function shortened(value: string | number | undefined): string | number | undefined {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}
