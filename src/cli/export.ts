import { writeFile } from 'node:fs/promises';
import { labelWidth, layout } from '../drawing/index.ts';
import { edgeNumbers, evaluateEdges, prepareEdges } from '../engine/index.ts';
import { formatBriefly } from '../formula/index.ts';
import { type Graph, localize, moveNodes } from '../graph/index.ts';
import { paletteOf, pictureOf } from '../interop/index.ts';
import { type Command, parse, print } from './command.ts';
import { evaluate } from './evaluate.ts';
import { badUsage, complaintLines, Failure } from './failure.ts';
import { fileName, loadGraph } from './file.ts';

const usage =
  'chainrule export FILE --format svg [--out FILE] [--dark] [--transparent] [--no-numbers] [--lang zh-CN] [--json]';

/** `chainrule export`: the picture of a graph as an SVG file; one without places is laid out. */
export const exportCommand: Command = {
  usage,
  summary: 'a picture of a graph, with the values and gradients on its edges',
  async run(args) {
    const { values, positionals } = parse(
      args,
      {
        format: { type: 'string', default: 'svg' },
        out: { type: 'string' },
        dark: { type: 'boolean', default: false },
        transparent: { type: 'boolean', default: false },
        'no-numbers': { type: 'boolean', default: false },
        lang: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
      usage,
    );
    const { format, lang, out } = values;
    if (positionals.length !== 1) throw badUsage('export needs one FILE', usage);
    if (format !== 'svg') throw badUsage(`There is no format ${format}; there is svg`, usage);
    if (lang !== 'en' && lang !== 'zh-CN') {
      throw badUsage(`There is no language ${lang}; there are en and zh-CN`, usage);
    }
    const [file] = positionals;
    const loaded = await loadGraph(file);
    if (!loaded.ok) throw new Failure(complaintLines(fileName(file), loaded.complaints));
    const { svg, width, height } = pictureOf(await placed(loaded.content), {
      language: lang,
      palette: paletteOf(values.dark ? 'dark' : 'light'),
      background: !values.transparent,
      numbers: !values['no-numbers'],
    });
    if (out !== undefined) await write(out, svg);
    if (values.json) print(JSON.stringify({ width, height, ...(out ? { out } : { svg }) }));
    else if (out === undefined) print(svg.trimEnd());
    return 0;
  },
};

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new Failure(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The graph with a place for every node. */
async function placed(graph: Graph): Promise<Graph> {
  if (graph.nodes.every(({ position }) => position)) return graph;
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  const { program } = evaluate(graph);
  const pass = prepareEdges(program);
  evaluateEdges(program, pass);
  const titles = new Map((graph.groups ?? []).map(({ id, title }) => [id, title]));
  const needs = {
    shapeOf: (id: string) => program.shapes[program.index.get(id) ?? -1],
    titleOf: (id: string) => localize(titles.get(id), 'en'),
    widthOf: ({ target, port }: { readonly target: string; readonly port: number }) => {
      const on = edgeNumbers(program, pass, target, port);
      return labelWidth(
        [on?.value, on?.gradient].flatMap((it) => (it === undefined ? [] : [formatBriefly(it)])),
      );
    },
  };
  const places = await layout(graph, needs, async (dot) =>
    viz.renderString(dot, { engine: 'dot', format: 'json0' }),
  );
  return moveNodes(graph, places);
}
