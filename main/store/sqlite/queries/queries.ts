import { failure } from '../../../../domain/contract/errors.ts';
import type { ProcedureName } from '../../../../domain/contract/procedures.ts';
import type { Registry } from '../../../../domain/kernel/registry.ts';
import { getConflict, listConflicts } from './conflicts.ts';
import { timeline } from './event-pages.ts';
import { listLegacyOdd } from './legacy-odd.ts';
import { listOdd, listWaiting } from './link-lists.ts';
import { logEvent } from './log-event.ts';
import { logNames, logPosition } from './log-names.ts';
import { logPage } from './log-page.ts';
import { type FoldStream, getPerson } from './person-detail.ts';
import { countPersons, listComponents } from './persons-components.ts';
import { listRefusedRequests } from './refused-requests.ts';
import { findDuplicates } from './persons-duplicates.ts';
import { listPersons } from './persons-list.ts';
import { listRelated } from './persons-related.ts';
import { searchPersons } from './persons-search.ts';
import { totalOfPersons } from './persons-total.ts';
import type { QueryContext } from './query-context.ts';

export type RunQuery = (name: ProcedureName, input: unknown) => unknown;

type Query = (input: never) => unknown;

/** Every procedure of kind `query`, by name. Inputs have passed their schemas. */
export function createQueries(context: QueryContext, registry: Registry, fold: FoldStream): RunQuery {
  const queries: Partial<Record<ProcedureName, Query>> = {
    'persons.list': (input) => listPersons(context, input),
    'persons.search': (input) => searchPersons(context, input),
    'persons.get': (input) => getPerson(context, fold, input),
    'persons.timeline': (input) => timeline(context, registry, input),
    'persons.duplicates': (input) => findDuplicates(context, input),
    'persons.components': (input) => listComponents(context, input),
    'persons.relatedTo': (input) => listRelated(context, input),
    'persons.total': (input) => totalOfPersons(context, input),
    'persons.counts': (input) => countPersons(context, input),
    'log.page': (input) => logPage(context, registry, input),
    'log.event': (input) => logEvent(context, registry, input),
    'log.position': (input) => logPosition(context, input),
    'link.waiting': (input) => listWaiting(context, input),
    'link.odd': (input) => listOdd(context, input),
    'link.requests': (input) => listRefusedRequests(context, input),
    'legacy.odd': (input) => listLegacyOdd(context, input),
    'conflicts.list': (input) => listConflicts(context, fold, input),
    'conflicts.get': (input) => getConflict(context, fold, input),
    'log.names': () => logNames(context, registry),
  };
  return (name, input) => {
    const query = queries[name];
    if (query === undefined) throw failure('bug', 'procedure-not-served', `No query answers ${name}.`);
    return query(input as never);
  };
}
