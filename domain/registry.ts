import { createRegistry } from './kernel/registry.ts';
import { personContext } from './person/index.ts';

/** Everything this program knows how to decide, fold and read. */
export const registry = createRegistry([personContext]);
