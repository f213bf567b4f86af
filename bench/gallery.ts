import { readdirSync, readFileSync } from 'node:fs';
import { backward, compile, forward } from '../src/engine/index.ts';
import { readGraph } from '../src/graph/index.ts';

/**
 * The whole gallery, compiled and alive. An engine that has met one graph only is specialised to
 * it by the JavaScript engine and flatters itself; the page never is in that place.
 */
export function gallery(folder: string) {
  const programs = readdirSync(folder)
    .filter((file) => file !== 'gallery.json')
    .map((file) => {
      const result = readGraph(readFileSync(`${folder}/${file}`, 'utf8'));
      if (!result.ok) throw new Error(`${file} cannot be read`);
      return compile(result.graph);
    });
  return {
    size: programs.length,
    evaluate(): void {
      for (const program of programs) {
        forward(program);
        backward(program);
      }
    },
  };
}
