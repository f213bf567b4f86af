/** As a `ref`: focuses an element that takes the place of what was pressed. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
