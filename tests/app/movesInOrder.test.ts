import { beforeEach, expect, test, vi } from 'vitest';
import { addNode, emptyGraph } from '../../src/graph/index.ts';

vi.stubGlobal('navigator', { language: 'en', platform: 'Linux' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
const { stepOn, toEnd } = await import('../../src/app/commands/run/stepping.ts');
const { openDocument } = await import('../../src/app/store/document.ts');
const { useView } = await import('../../src/app/store/view.ts');

/** Two values forward, one edge back: three steps. */
const graph = addNode(addNode(emptyGraph, { id: 'w', op: 'parameter', value: 3 }), {
  id: 'z',
  op: 'square',
  inputs: ['w'],
});
const step = () => useView.getState().step;

beforeEach(() => {
  openDocument(graph);
  useView.setState({ mode: 'inspect', step: 0 });
});

// Both begin before the code of the moves is there, which is loaded with the first of them.
test('moves made before their code is there are all made', async () => {
  await Promise.all([stepOn.run(), stepOn.run()]);
  expect(step()).toBe(2);
});

test('a move whose code comes late does not call back who has moved by hand since', async () => {
  const late = toEnd.run();
  useView.setState({ mode: 'step', step: 1 });
  await late;
  expect(step()).toBe(1);
  await toEnd.run();
  expect(step()).toBe(3);
});
