import type { Training } from '../graph/index.ts';

/** How a graph is trained: what its `training` section says, without the version. */
export type Plan = Omit<Training, 'version'>;
