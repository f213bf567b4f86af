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

/** Numbers of nodes that reach beyond their own field, or beyond the node; half a pixel is forgiven. */
export function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.react-flow__node [data-role]')].flatMap((number) => {
      const node = number.closest('.react-flow__node');
      const role = number.getAttribute('data-role');
      if (!node || (role !== 'value' && role !== 'gradient')) return [];
      const digits = document.createRange();
      digits.selectNodeContents(number);
      const text = digits.getBoundingClientRect();
      // What is there for screen readers alone is a pixel wide.
      if (number.closest('.visually-hidden')) return [];
      const isWithin = ({ left, right }: DOMRect) =>
        left <= text.left + 0.5 && text.right <= right + 0.5;
      if (isWithin(number.getBoundingClientRect()) && isWithin(node.getBoundingClientRect())) {
        return [];
      }
      return [`${role} of ${node.getAttribute('data-id')}: ${number.textContent}`];
    }),
  );
}
