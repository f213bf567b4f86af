/** The same module once more, for those who move the view alone. */
const copy = '?motion';
const noColours = '\0no-colours';
const movers = /node_modules\/(@xyflow\/system|d3-transition|d3-zoom)\//;

/**
 * Plugin: the view moves from numbers to numbers. d3 can blend colours on the way as well, with a list of
 * all that have a name: plots want that, the first graph does not. So what moves the view has a copy of
 * d3-interpolate for itself that knows no colours.
 * @returns {import('vite').Plugin}
 */
export function motionWithoutColours() {
  return {
    name: 'motion-without-colours',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer = '') {
      if (!movers.test(importer) && !importer.endsWith(copy)) return null;
      if (source === 'd3-color') return noColours;
      if (source !== 'd3-interpolate') return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && { ...found, id: found.id + copy };
    },
    load(id) {
      if (id !== noColours) return null;
      const names = ['color', 'rgb', 'hsl', 'lab', 'hcl', 'cubehelix'];
      return names.map((name) => `export function ${name}() { return null; }`).join('\n');
    },
  };
}
