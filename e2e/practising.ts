import type { Locator, Page } from '@playwright/test';
import { type Chainrule, expect, type FileNode, graphFile, openPage } from './page.ts';

/** An exercise in the words of the people who work on it. */
export class Practice {
  readonly chainrule: Chainrule;
  readonly page: Page;

  constructor(chainrule: Chainrule) {
    this.chainrule = chainrule;
    this.page = chainrule.page;
  }

  get panel(): Locator {
    return this.chainrule.panel;
  }

  /** The field of the question in hand, in the panel. */
  get answer(): Locator {
    return this.panel.getByRole('textbox', { name: /^Your answer/ });
  }

  /** What was told to a screen reader last. */
  get said(): Locator {
    return this.page.locator('[data-role="announcement"]');
  }

  get progress(): Locator {
    return this.page.getByRole('progressbar');
  }

  get heading(): Locator {
    return this.panel.getByRole('heading', { level: 3 });
  }

  /** What stands on the canvas in the place of a quantity such as `gradient:b`. */
  slot(quantity: string): Locator {
    return this.page.locator(`[data-quantity="${quantity}"]`);
  }

  /** The row of a question in the table. */
  row(quantity: string): Locator {
    return this.page.locator(`tr[data-question="${quantity}"]`);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Turns to practice and begins a topic. */
  async begin(topic: string): Promise<void> {
    await this.page.getByRole('tab', { name: 'Practise' }).click();
    await this.button(new RegExp(topic)).click();
    await expect(this.answer).toBeFocused();
  }

  /** Types an answer to the question in hand and presses Enter. */
  async reply(text: string): Promise<void> {
    await this.answer.fill(text);
    await this.answer.press('Enter');
  }
}

/** Opens the worked example. */
export async function openExample(page: Page): Promise<Practice> {
  return new Practice(await openPage(page));
}

/** Opens a file with an exercise on these nodes. */
export async function openExercise(
  page: Page,
  nodes: readonly FileNode[],
  exercise: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Practice> {
  const chainrule = await openPage(page);
  const sections = { exercise: { version: 1, ...exercise }, ...more };
  await chainrule.dropFile('exercise.json', graphFile(nodes, sections));
  await chainrule.expectNodes(nodes.map(({ id }) => id));
  return new Practice(chainrule);
}

/** s = w · x and y = s + b, with s² on the way to the output. */
export const smallNet: readonly FileNode[] = [
  { id: 'w', op: 'parameter', value: 3 },
  { id: 'x', op: 'input', value: 2 },
  { id: 'b', op: 'parameter', value: 1 },
  { id: 's', op: 'multiply', inputs: ['w', 'x'] },
  { id: 'y', op: 'add', inputs: ['s', 'b'] },
  { id: 'L', op: 'square', inputs: ['y'] },
];

/** The backward pass of the worked example: its questions in order, and their answers. */
export const backward: readonly (readonly [quantity: string, answer: string])[] = [
  ['contribution:x->z:0', '9'],
  ['contribution:y->z:1', '18'],
  ['contribution:m3->y:0', '18'],
  ['contribution:b->m3:0', '36'],
  ['contribution:m1->x:0', '9'],
  ['contribution:m2->x:1', '9'],
  ['contribution:b->m2:1', '27'],
  ['contribution:w->m1:1', '18'],
  ['gradient:b', '63'],
  ['gradient:w', '18'],
];
