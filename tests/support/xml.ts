/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Parses XML as strictly as our files need: throws for whatever is not well formed. */
export function parseXml(source: string): Element {
  const open: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  const token = /<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  while (at < source.length) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (match === null) throw new Error(`not XML: ${source.slice(at, at + 60)}`);
    at = token.lastIndex;
    const [, isEnd, name, written, isEmpty, text] = match;
    const parent = open[open.length - 1];
    if (text !== undefined) parent.text += decoded(text);
    else if (isEnd) {
      if (parent.name !== name) throw new Error(`</${name}> ends <${parent.name}>`);
      open.pop();
    } else {
      const pairs = [...written.matchAll(/([\w:.-]+)="([^"]*)"/g)];
      const attributes = Object.fromEntries(pairs.map(([, key, value]) => [key, decoded(value)]));
      if (pairs.length !== Object.keys(attributes).length)
        throw new Error(`<${name}> says it twice`);
      const element: Element = { name, attributes, children: [], text: '' };
      parent.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open[open.length - 1].name}> does not end`);
  const [root, ...more] = open[0].children;
  if (root === undefined || more.length > 0) throw new Error('one root is wanted');
  return root;
}

function decoded(text: string): string {
  const bare = text.replace(/&(amp|lt|gt|quot);/g, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  if (bare.includes('&') || /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(bare)) {
    throw new Error(`not XML: ${text}`);
  }
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
