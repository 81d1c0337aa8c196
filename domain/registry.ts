import { createRegistry } from './kernel/registry.ts';
import { conflictContext } from './conflict/index.ts';
import { personContext } from './person/index.ts';

/** Everything this program knows how to decide, fold and read. */
export const registry = createRegistry([personContext, conflictContext]);
