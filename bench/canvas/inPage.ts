// What runs inside a page. Each function is sent there as text, so it knows nothing around it.

/** A point of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Milliseconds from asking a page for a graph until its first node and an edge are painted. */
export function firstRender(ask: { readonly file?: string; readonly bare?: unknown }) {
  return new Promise<number>((resolve) => {
    const start = performance.now();
    const look = () => {
      const isThere =
        document.querySelector('.react-flow__node[data-id="n0"]') !== null &&
        document.querySelector('.react-flow__edge') !== null;
      if (!isThere) requestAnimationFrame(look);
      // A task that follows a frame follows its painting, too.
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    };
    if (ask.file === undefined) {
      const { graph, size } = ask.bare as { graph: never; size: never };
      window.showBare(graph, size);
    } else {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([ask.file], 'bench.json'));
      const init = { dataTransfer, bubbles: true, cancelable: true };
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', init));
    }
    requestAnimationFrame(look);
  });
}

/** The median milliseconds per frame while the mouse moves, held down, by one step a frame. */
export function frameWhileDragging({ from, frames }: { from: Point; frames: number }) {
  return new Promise<number>((resolve) => {
    const hit = document.elementFromPoint(from.x, from.y) ?? document.body;
    const fire = (type: string, at: Point, buttons: number) => {
      const target = type.endsWith('down') ? hit : (document.elementFromPoint(at.x, at.y) ?? hit);
      const init = {
        view: window,
        bubbles: true,
        cancelable: true,
        composed: true,
        clientX: at.x,
        clientY: at.y,
        button: 0,
        buttons,
        pointerId: 1,
        isPrimary: true,
        pointerType: 'mouse',
      };
      target.dispatchEvent(new PointerEvent(type.replace('mouse', 'pointer'), init));
      target.dispatchEvent(new MouseEvent(type, init));
    };
    const times: number[] = [];
    let frame = 0;
    const step = (now: number) => {
      times.push(now);
      // A slow page has shown how slow it is after some seconds.
      const isEnough = times.length > 12 && now - times[0] > 5000;
      if (frame === frames || isEnough) {
        fire('mouseup', from, 0);
        const spans = times.slice(3).map((time, i) => time - times[i + 2]);
        spans.sort((a, b) => a - b);
        resolve(spans[spans.length >> 1]);
        return;
      }
      // Out and back, in both directions at once.
      const away = 9 * (frame < frames / 2 ? frame : frames - frame);
      fire('mousemove', { x: from.x + away, y: from.y + 0.6 * away }, 1);
      frame++;
      requestAnimationFrame(step);
    };
    fire('mousemove', from, 0);
    fire('mousedown', from, 1);
    requestAnimationFrame(step);
  });
}

/** A point of the canvas that shows nothing, nearest to so much of the way across and down. */
export function emptyPoint(share: number): Point {
  const pane = document.querySelector('.react-flow__pane');
  const box = pane?.getBoundingClientRect() ?? new DOMRect();
  const start = { x: box.x + 6 + share * box.width, y: box.y + 6 + share * box.height };
  for (let away = 0; away < 300; away += 7) {
    for (let turn = 0; turn < 6; turn += 0.4) {
      const point = { x: start.x + away * Math.cos(turn), y: start.y + away * Math.sin(turn) };
      if (document.elementFromPoint(point.x, point.y) === pane) return point;
    }
  }
  throw new Error('There is no empty point on the canvas.');
}

/** A node near the middle of the canvas, and a point of it at which it can be dragged. */
export function nodeNearMiddle(): { readonly id: string; readonly point: Point } {
  const box = document.querySelector('.react-flow__pane')?.getBoundingClientRect() ?? new DOMRect();
  const [x, y] = [box.x + box.width / 3, box.y + box.height / 3];
  const nodes = [...document.querySelectorAll<HTMLElement>('.react-flow__node')].map((node) => {
    const { left, top, width } = node.getBoundingClientRect();
    const point = { x: left + 0.32 * width, y: top + 4 };
    return { id: node.dataset.id ?? '', point, away: Math.hypot(point.x - x, point.y - y) };
  });
  return nodes.reduce((a, b) => (a.away < b.away ? a : b));
}

/** Where the view of the canvas stands. */
export function view() {
  const viewport = document.querySelector('.react-flow__viewport') ?? document.body;
  const { e: x, f: y, a: zoom } = new DOMMatrix(getComputedStyle(viewport).transform);
  const { width, height } = (
    document.querySelector('.react-flow') ?? document.body
  ).getBoundingClientRect();
  return { x, y, zoom, width, height };
}

/** Resolves when the view has not moved for some frames. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    let last = '';
    let frames = 0;
    const look = () => {
      const viewport = document.querySelector('.react-flow__viewport') ?? document.body;
      const now = getComputedStyle(viewport).transform;
      frames = now === last ? frames + 1 : 0;
      last = now;
      if (frames < 6) requestAnimationFrame(look);
      else resolve();
    };
    look();
  });
}

/**
 * Presses a key on a leaf's value: milliseconds until a frame is painted in which every number in
 * view is as it stays. Fails where no number changes.
 */
export function editLeaf(id: string) {
  return new Promise<number>((resolve, reject) => {
    const field = document.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${id}"] [role="spinbutton"]`,
    );
    const texts = () =>
      [...document.querySelectorAll('[data-role="value"], [data-role="gradient"]')]
        .map((element) => element.textContent)
        .join();
    const seen: { text: string; after: number }[] = [];
    const before = texts();
    const press = () => {
      const start = performance.now();
      const init = { key: 'ArrowUp', bubbles: true, cancelable: true };
      field?.dispatchEvent(new KeyboardEvent('keydown', init));
      const look = () => {
        // A task that follows a frame follows its painting, too.
        setTimeout(() => {
          const after = performance.now() - start;
          seen.push({ text: texts(), after });
          if (seen.length < 20) requestAnimationFrame(look);
          else {
            const last = seen[seen.length - 1].text;
            const first = seen.find(({ text }) => text === last);
            if (last === before || first === undefined) {
              reject(new Error('The edit of a leaf changed no number.'));
            } else resolve(first.after);
          }
        });
      };
      requestAnimationFrame(look);
    };
    // A key is pressed at any time, not just before a frame.
    requestAnimationFrame(() => setTimeout(press));
  });
}

/** The median milliseconds between frames of a page at rest: the display's own. */
export function frameAtRest() {
  return new Promise<number>((resolve) => {
    const times: number[] = [];
    const step = (now: number) => {
      times.push(now);
      if (times.length < 40) requestAnimationFrame(step);
      else {
        const spans = times.slice(1).map((time, i) => time - times[i]);
        spans.sort((a, b) => a - b);
        resolve(spans[spans.length >> 1]);
      }
    };
    requestAnimationFrame(step);
  });
}
