import type { Page } from '@playwright/test';

/**
 * What lies on top of each other on the canvas and should not: nodes on nodes, numbers of edges
 * on nodes or on other numbers. Open groups are ground for both. Each pair is named; a pixel is
 * forgiven.
 */
export function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = (selector: string, nameOf: (element: Element) => string) =>
      [...document.querySelectorAll(selector)].map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { name: nameOf(element), left, top, right, bottom };
      });
    const nodes = boxes('.react-flow__node:not(.react-flow__node-box)', (node) =>
      String(node.getAttribute('data-id')),
    );
    const numbers = boxes('[data-edge] text', (text) => {
      const edge = text.closest('[data-edge]')?.getAttribute('data-edge');
      return `${text.getAttribute('data-role')} of ${edge}`;
    });
    const all = [...nodes, ...numbers];
    return all.flatMap((a, i) =>
      all
        .slice(i + 1)
        .filter(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
        )
        .map((b) => `${a.name} | ${b.name}`),
    );
  });
}
