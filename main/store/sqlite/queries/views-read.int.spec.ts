import { describe, expect, it } from 'vitest';
import {
  type ProcedureInput,
  type ProcedureName,
  procedures,
} from '../../../../domain/contract/procedures.ts';
import { viewsRead } from '../../../../domain/contract/views-read.ts';
import { registry } from '../../../../domain/registry.ts';
import { sharedConsole } from '../../../testing/shared-console.ts';
import { addEmail, createPerson, personIdOf } from '../../../testing/submissions.ts';
import { openReadable } from '../open-database.ts';
import { createQueries } from './queries.ts';
import { createQueryContext, type QueryContext } from './query-context.ts';

const console = sharedConsole(async (opened) => {
  // Two that may be one: whoever looks for such pairs has something to compare.
  for (const number of [1, 2])
    await opened.submitAll([createPerson(number, 'Ada Lovelace'), addEmail(number, 'ada@example.com')]);
});

function withContext<T>(work: (context: QueryContext) => T): T {
  const { folder } = console().engine.store;
  const [log, views] = [openReadable({ file: folder.log }), openReadable({ file: folder.views })];
  try {
    return work(createQueryContext(log, views));
  } finally {
    log.close();
    views.close();
  }
}

/** The views whose tables a question looks into. */
function lookedInto<N extends ProcedureName>(name: N, input: ProcedureInput<N>): ReadonlySet<string> {
  const seen = new Set<string>();
  withContext((context) => {
    const table: QueryContext['table'] = (view, base) => {
      seen.add(view);
      return context.table(view, base);
    };
    createQueries({ ...context, table }, registry, () => ({ exists: false }))(
      name,
      procedures[name].input.parse(input),
    );
  });
  return seen;
}

function expectNamed<N extends ProcedureName>(name: N, input: ProcedureInput<N>): void {
  const named = viewsRead(name, procedures[name].input.parse(input)) ?? [];
  expect([...lookedInto(name, input)].toSorted()).toEqual(named.toSorted());
}

const filters: readonly (readonly [string, ProcedureInput<'persons.list'>])[] = [
  ['nothing', {}],
  ['a state', { status: ['active'] }],
  ['an employer', { employer: 'acme' }],
  ['a time of change', { changedSince: '2020-01-01T00:00:00Z' }],
  ['a component', { componentType: 'EmailAddress' }],
  ['possible duplicates', { duplicates: true }],
  ['all of it', { employer: 'acme', componentType: 'EmailAddress', duplicates: true, status: ['active'] }],
];

describe('a question names the views that it reads', () => {
  it.each(filters)('a list of persons that asks for %s', (_words, filter) => {
    // Whether any are left to be compared is not known before: naming more than is read only waits longer.
    const named = viewsRead('persons.list', filter) ?? [];
    expect(named).toEqual(expect.arrayContaining([...lookedInto('persons.list', filter)]));
  });

  it.each(filters)('a search that asks for %s', (_words, filter) => {
    const input = { ...filter, text: 'ada' };
    const named = viewsRead('persons.search', input) ?? [];
    expect(named).toEqual(expect.arrayContaining([...lookedInto('persons.search', input)]));
  });

  it('every other question about persons', () => {
    expectNamed('persons.list', { duplicates: true });
    expectNamed('persons.duplicates', { personId: personIdOf(1) });
    expectNamed('persons.components', { componentType: 'EmailAddress' });
    expectNamed('persons.relatedTo', { to: { kind: 'person', personId: personIdOf(1) } });
    expectNamed('persons.total', { employer: 'acme' });
    expectNamed('persons.total', { componentType: 'EmailAddress' });
    expectNamed('persons.counts', {});
    expectNamed('persons.counts', { components: true });
  });
});

describe('the position of a page', () => {
  it('is that of the view that has seen least of those it is read from', () => {
    withContext((context) => {
      const head = context.position('summary');
      const lagging = (view: string): QueryContext => ({
        ...context,
        position: (name) => (name === view ? 1 : context.position(name)),
      });
      const positionOf = <N extends 'persons.list' | 'persons.search'>(
        view: string,
        name: N,
        input: ProcedureInput<N>,
      ) => {
        const run = createQueries(lagging(view), registry, () => ({ exists: false }));
        return (run(name, procedures[name].input.parse(input)) as { readonly position: number }).position;
      };
      expect(positionOf('components', 'persons.list', { componentType: 'EmailAddress' })).toBe(1);
      expect(positionOf('duplicates', 'persons.list', { duplicates: true })).toBe(1);
      expect(positionOf('summary', 'persons.search', { text: 'ada' })).toBe(1);
      expect(positionOf('detail', 'persons.search', { text: 'ada', duplicates: true })).toBe(1);
      expect(positionOf('components', 'persons.list', { employer: 'acme' })).toBe(head);
    });
  });
});
