import type { ExistingPerson } from '../../domain/contract/forms.ts';
import type { ProcedureInput, ProcedureOutput } from '../../domain/contract/procedures.ts';
import { type EventRow, type PersonRow, personStatusSchema } from '../../domain/contract/views.ts';
import { rowOf, sampleId, samplePerson } from './sample-persons.ts';
import { sampleEvents } from './sample-events.ts';

type ListInput = ProcedureInput<'persons.list'>;

/** What each order goes by; nothing comes last. */
const sortTexts: Readonly<Record<NonNullable<ListInput['sort']>, (row: PersonRow) => string>> = {
  name: (row) => row.displayName,
  status: (row) => `${personStatusSchema.options.indexOf(row.status)} ${row.displayName}`,
  email: (row) => row.primaryEmail ?? '',
  phone: (row) => row.primaryPhone ?? '',
  work: (row) => [row.role, row.employer].filter((part) => part !== null).join('  '),
  location: (row) => row.location ?? '',
  created: (row) => row.createdAt,
  updated: (row) => row.updatedAt,
};

/** Persons in memory, as the views would answer them. Rows of large samples are made once, states on demand. */
export class SampleStore {
  readonly rows = new Map<string, PersonRow>();
  readonly changed = new Map<string, ExistingPerson>();
  readonly history = new Map<string, EventRow[]>();
  position = 0;
  private readonly index = new Map<string, number>();
  private sorted = new Map<string, readonly PersonRow[]>();

  constructor(count: number) {
    for (let index = 0; index < count; index += 1) {
      this.index.set(sampleId(index), index);
      this.rows.set(sampleId(index), rowOf(samplePerson(index)));
    }
    this.position = count * 12;
  }

  person(personId: string): ExistingPerson | undefined {
    const index = this.index.get(personId);
    const known = this.changed.get(personId);
    if (known !== undefined || index === undefined) return known;
    const person = samplePerson(index);
    return { ...person, version: this.events(personId).length };
  }

  events(personId: string): EventRow[] {
    const known = this.history.get(personId);
    if (known !== undefined) return known;
    const index = this.index.get(personId);
    const events = index === undefined ? [] : [...sampleEvents(samplePerson(index))];
    this.history.set(personId, events);
    return events;
  }

  put(person: ExistingPerson, event: EventRow): void {
    this.events(person.personId).push(event);
    this.changed.set(person.personId, person);
    this.rows.set(person.personId, rowOf(person));
    this.sorted = new Map();
  }

  private order({ sort = 'name', descending = false, status }: ListInput): readonly PersonRow[] {
    const key = `${sort} ${descending} ${status?.join() ?? ''}`;
    const known = this.sorted.get(key);
    if (known !== undefined) return known;
    const collator = new Intl.Collator();
    const compare = (a: string, b: string) => {
      if (a === '' || b === '') return Number(a === '') - Number(b === '');
      return collator.compare(a, b) * (descending ? -1 : 1);
    };
    const by = sortTexts[sort];
    const rows = [...this.rows.values()]
      .filter((row) => status === undefined || status.includes(row.status))
      .sort((a, b) => compare(by(a), by(b)));
    this.sorted.set(key, rows);
    return rows;
  }

  private page(
    rows: readonly PersonRow[],
    after: string | undefined,
    limit = 100,
    offset = 0,
  ): ProcedureOutput<'persons.list'> {
    const start = Number(after ?? 0) + offset;
    const end = start + limit;
    return {
      rows: rows.slice(start, end),
      next: end < rows.length ? String(end) : null,
      total: rows.length,
      position: this.position,
    };
  }

  list(input: ListInput): ProcedureOutput<'persons.list'> {
    return this.page(this.order(input), input.after, input.limit, input.offset);
  }

  search({
    text,
    status,
    after,
    limit,
  }: ProcedureInput<'persons.search'>): ProcedureOutput<'persons.search'> {
    const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
    const matches = (row: PersonRow) => {
      const all = [row.displayName, row.primaryEmail, row.employer, row.role]
        .join(' ')
        .toLowerCase()
        .split(/[\s@.]+/u);
      return words.every((word) => all.some((candidate) => candidate.startsWith(word)));
    };
    const filter = status === undefined ? {} : { status };
    return this.page(this.order(filter).filter(matches), after, limit);
  }

  total({ status }: ProcedureInput<'persons.total'>): ProcedureOutput<'persons.total'> {
    return { total: this.order(status === undefined ? {} : { status }).length };
  }

  counts(): ProcedureOutput<'persons.counts'> {
    const persons: Record<string, number> = {};
    for (const row of this.rows.values()) persons[row.status] = (persons[row.status] ?? 0) + 1;
    return { persons, components: {} };
  }
}
