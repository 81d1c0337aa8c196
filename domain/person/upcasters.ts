/**
 * Every version of every event that the person domain ever had, lifted step by step to today's. Keys are
 * `Type@version`; versions: 1 the former system's first form (one enum, times as fields of their own), 2 its
 * second (metadata in the payload, short names), 3 of `PersonCreated` its third.
 */
import type { UpcasterChain } from '../kernel/upcast.ts';
import { attributeEventUpcasters } from './upcasters/attribute-events.ts';
import { componentEventUpcasters } from './upcasters/component-events.ts';
import { kindEventUpcasters } from './upcasters/kind-events.ts';
import { personEventUpcasters } from './upcasters/person-events.ts';

export const personUpcasters: UpcasterChain = {
  ...personEventUpcasters,
  ...componentEventUpcasters,
  ...kindEventUpcasters,
  ...attributeEventUpcasters,
};
