import type { Page } from '@playwright/test';

/** Something that can be tapped, too small for a finger. */
export interface SmallTarget {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** What of the page can be tapped and is smaller than so many pixels either way. */
export function smallTargets(page: Page, least: number, within = 'body'): Promise<SmallTarget[]> {
  return page.evaluate(
    ({ least, within }) => {
      const tappable =
        'button, a[href], input, select, textarea, summary, [role=slider], [role=spinbutton], [role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=option], [role=tab]';
      return [...document.querySelectorAll(within)]
        .flatMap((part) => [...part.querySelectorAll(tappable)])
        .flatMap((element) => {
          const { width, height, x, y } = element.getBoundingClientRect();
          const isSeen =
            width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
          // What a sheet has pushed out of the window cannot be tapped.
          const isInWindow = x < innerWidth && y < innerHeight && x + width > 0 && y + height > 0;
          if (!isSeen || !isInWindow) return [];
          // A label lends its size to the field in it.
          const box = element.closest('label')?.getBoundingClientRect() ?? { width, height };
          const size = {
            width: Math.max(width, box.width),
            height: Math.max(height, box.height),
          };
          if (size.width >= least - 0.5 && size.height >= least - 0.5) return [];
          const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
          return [
            {
              name: `${element.tagName.toLowerCase()} ${name.trim().slice(0, 40)}`,
              width: Math.round(size.width),
              height: Math.round(size.height),
            },
          ];
        });
    },
    { least, within },
  );
}
