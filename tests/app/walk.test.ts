import { describe, expect, it } from 'vitest';
import {
  type Direction,
  type Ground,
  refuge,
  type Stand,
  walk,
} from '../../src/app/canvas/walk.ts';

const spot = (id: string, x: number, y: number) => ({ id, x, y, width: 100, height: 60 });
const wire = (source: string, target: string, port = 0) => ({
  id: `${source}->${target}:${port}`,
  source,
  target,
  port,
});

/** a feeds p, q and, twice, s; p and q feed s. A lone node stands far below. */
const ground: Ground = {
  spots: [
    spot('a', 0, 100),
    spot('q', 200, 200),
    spot('p', 200, 0),
    spot('s', 400, 100),
    spot('lone', 400, 600),
  ],
  wires: [wire('a', 'q'), wire('a', 'p'), wire('q', 's', 1), wire('p', 's'), wire('a', 's', 2)],
};

function go(from: Stand | string, ...ways: Direction[]): Stand {
  let stand: Stand = typeof from === 'string' ? { at: from } : from;
  for (const way of ways) stand = walk(ground, stand, way) ?? stand;
  return stand;
}

describe('walk', () => {
  it('goes right to what uses a node, from above down, and left to its operands by port', () => {
    expect(go('a', 'right').at).toBe('p');
    expect(go('a', 'right').among).toEqual(['p', 's', 'q']);
    expect(go('s', 'left').at).toBe('p');
    expect(go('s', 'left').among).toEqual(['p', 'q', 'a']);
  });

  it('goes up and down among what the last step could have led to, round and round', () => {
    expect(go('s', 'left', 'down').at).toBe('q');
    expect(go('s', 'left', 'up').at).toBe('a');
    expect(go('s', 'left', 'down', 'down', 'down').at).toBe('p');
  });

  it('goes back to where it came from', () => {
    expect(go('a', 'right', 'down', 'down', 'right', 'left').at).toBe('q');
    expect(go('q', 'left', 'right').at).toBe('q');
  });

  it('goes by place where no edge says otherwise, and stays in the column if it can', () => {
    expect(go('p', 'down').at).toBe('q');
    expect(go('s', 'down').at).toBe('q');
    expect(go('lone', 'up').at).toBe('s');
    expect(walk(ground, { at: 'lone' }, 'down')).toBeUndefined();
    expect(walk(ground, { at: 'lone' }, 'right')).toBeUndefined();
  });

  it('goes onto edges, from one to the next, and to both their ends', () => {
    expect(go('s', 'edge-left').at).toBe('p->s:0');
    expect(go('s', 'edge-left', 'down', 'down').at).toBe('a->s:2');
    expect(go('s', 'edge-left', 'down', 'left').at).toBe('q');
    expect(go('a', 'edge-right').at).toBe('a->p:0');
    expect(go('a', 'edge-right', 'right').at).toBe('p');
    // Come to in another way, an edge has those beside it that end where it ends.
    expect(go('q->s:1', 'down').at).toBe('a->s:2');
  });

  it('goes to the first and the last of all', () => {
    expect(go('q', 'first').at).toBe('a');
    expect(go('q', 'last').at).toBe('lone');
  });
});

describe('refuge', () => {
  const left = (...gone: string[]) =>
    new Set(ground.spots.map(({ id }) => id).filter((id) => !gone.includes(id)));

  it('is what used a node, else an operand, else the nearest', () => {
    expect(refuge(ground, 'q', left('q'))).toBe('s');
    expect(refuge(ground, 's', left('s'))).toBe('p');
    expect(refuge(ground, 'lone', left('lone'))).toBe('s');
    expect(refuge(ground, 'lone', left('lone', 's'))).toBe('q');
  });

  it('is the end of an edge that is gone', () => {
    expect(refuge(ground, 'q->s:1', left())).toBe('s');
    expect(refuge(ground, 'q->s:1', left('s'))).toBe('q');
    expect(refuge(ground, 'q', new Set())).toBeUndefined();
  });
});
