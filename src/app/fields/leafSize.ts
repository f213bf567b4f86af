import { sizeInLeaf } from '../../drawing/index.ts';

/**
 * Attributes of a leaf's number, where it is too long for the leaf at full size; `nodes.module.css`
 * does the rest. In a panel there is room.
 */
export function leafSize({ length }: string) {
  return {
    'data-length':
      length > 14 ? 'longest' : length > 7 ? 'longer' : length > 6 ? 'long' : undefined,
    style: length > 6 ? { ['--size' as string]: `${sizeInLeaf(length)}px` } : undefined,
  };
}
