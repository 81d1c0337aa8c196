import { failure } from '../../../../domain/contract/errors.ts';
import type { PersonPage } from '../../../../domain/contract/views.ts';
import { Comparer, partners } from './duplicate-comparer.ts';
import { allOf, keySources, rowConditions, type SqlPart } from './person-conditions.ts';
import { type KeyedRow, PERSON_COLUMNS, withoutKey } from './person-rows.ts';
import type { QueryContext } from './query-context.ts';
import { rowsInOrder } from './rows-in-order.ts';
import {
  beyond,
  inOrder,
  type ListInput,
  markOf,
  narrowed,
  type Order,
  orderOf,
  type Place,
  type Run,
} from './sorted-persons.ts';

/** Up to so many that an index names, they are picked out and sorted; more are met often enough on a walk in order. */
const MAX_PICKED = 2000;
/** Rows that one page looks at on its walk: where so many hold no page of those who match, all are read by their keys. */
const MAX_WALKED = 4000;
/** Fewer where persons must be read and compared: such a page ends early, with a mark to go on from. */
export const MAX_COMPARED = 400;

type Page = Omit<PersonPage, 'position'>;

/** True where more is asked than the indexes of the plain list answer. */
export function isFiltered(
  input: Pick<ListInput, 'componentType' | 'employer' | 'changedSince' | 'duplicates'>,
): boolean {
  const { componentType, employer, changedSince, duplicates } = input;
  return [componentType, employer, changedSince, duplicates].some((asked) => asked !== undefined);
}

/** True of those who may be the same as somebody else. */
export function hasDuplicates(context: QueryContext): (key: number) => boolean {
  const comparer = new Comparer(context);
  return (key) => partners(context, key).some((pair) => comparer.reasons(pair).length > 0);
}

/** The shortest list of keys that an index offers, where one is short. */
function shortSource(context: QueryContext, input: ListInput): SqlPart | null {
  const counted = keySources(context, input).map((source) => {
    const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM (${source.sql}) LIMIT ?)`;
    const n = context.statement<{ n: number }>('views', sql).get(...source.parameters, MAX_PICKED + 1)?.n;
    return { source, n: n ?? 0 };
  });
  const shortest = counted.toSorted((a, b) => a.n - b.n)[0];
  return shortest === undefined || shortest.n > MAX_PICKED ? null : shortest.source;
}

interface Picking {
  readonly source: SqlPart;
  readonly order: Order;
  /** Comparisons that one page makes at most. */
  readonly limit: number;
}

function pick(context: QueryContext, input: ListInput, { source, order, limit }: Picking): KeyedRow[] {
  const persons = context.table('summary', 'persons');
  const where = allOf([...rowConditions(context, input), ...beyond(order)]);
  const sql = `SELECT p.key, ${order.rank} AS rank, p.${order.column} AS sortValue, ${PERSON_COLUMNS}
    FROM (SELECT DISTINCT key FROM (${source.sql})) m CROSS JOIN ${persons} p ON p.key = m.key WHERE ${where.sql}
    ORDER BY rank, p.${order.column} ${order.direction}, p.key ${order.direction} LIMIT ? OFFSET ?`;
  const parameters = [...source.parameters, ...where.parameters, limit, input.offset];
  return context.statement<KeyedRow>('views', sql).all(...parameters);
}

function countPicked(context: QueryContext, input: ListInput, source: SqlPart): number {
  const persons = context.table('summary', 'persons');
  const where = allOf(rowConditions(context, input));
  const sql = `SELECT count(*) AS n FROM (SELECT DISTINCT key FROM (${source.sql})) m
    CROSS JOIN ${persons} p ON p.key = m.key WHERE ${where.sql}`;
  const row = context.statement<{ n: number }>('views', sql).get(...source.parameters, ...where.parameters);
  return row?.n ?? 0;
}

/** Those that an index names, a few at most. */
function pickedPage(context: QueryContext, input: ListInput, source: SqlPart): Page {
  const order = orderOf(input);
  if (input.duplicates === true) {
    const rows = pick(context, input, { source, order, limit: MAX_COMPARED + 1 });
    const end = rows.length > MAX_COMPARED ? (rows[MAX_COMPARED - 1] ?? null) : null;
    return compared(context, input, { rows: rows.slice(0, MAX_COMPARED), end });
  }
  const rows = pick(context, input, { source, order, limit: input.limit + 1 });
  const total = input.after === undefined ? countPicked(context, input, source) : null;
  return { ...cut(rows, input.limit, null), total };
}

/** Where a walk ended that has not come to the end of the list; null: it has. */
type End = Place | null;

function cut(rows: readonly KeyedRow[], limit: number, end: End): Omit<Page, 'total'> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : end;
  return {
    rows: shown.map(withoutKey),
    next: last === undefined || last === null ? null : markOf(last),
  };
}

interface Walk {
  readonly rows: readonly KeyedRow[];
  readonly end: End;
}

/** As many as are compared already are found; where the page is full before, the rest is left for the next. */
function compared(context: QueryContext, input: ListInput, { rows, end }: Walk): Page {
  const isDuplicate = hasDuplicates(context);
  const found: KeyedRow[] = [];
  for (const row of rows) {
    if (found.length > input.limit) break;
    if (isDuplicate(row.key)) found.push(row);
  }
  return { ...cut(found, input.limit, end), total: null };
}

interface Steps {
  readonly order: Order;
  readonly run: Run;
  readonly most: number;
  readonly keys: SqlPart;
}

function matchesOnWay(
  context: QueryContext,
  input: ListInput,
  { order, run, most, keys }: Steps,
): KeyedRow[] {
  const where = allOf(rowConditions(context, input));
  const sql = `SELECT p.key, ${run.rank} AS rank, m.value AS sortValue, ${PERSON_COLUMNS}
    FROM (${keys.sql}) m CROSS JOIN ${context.table('summary', 'persons')} p ON p.key = m.key WHERE ${where.sql}
    ORDER BY m.value ${order.direction}, m.key ${order.direction} LIMIT ?`;
  return context.statement<KeyedRow>('views', sql).all(...keys.parameters, ...where.parameters, most);
}

/** Where so many steps lead to; null where there are fewer rows. */
function stepsEnd(context: QueryContext, { run, keys }: Steps, steps: number): End {
  const sql = `SELECT ${run.rank} AS rank, value AS sortValue, key FROM (${keys.sql}) LIMIT 1 OFFSET ?`;
  return context.statement<Place>('views', sql).get(...keys.parameters, steps - 1) ?? null;
}

function stepsMade(context: QueryContext, { keys }: Steps): number {
  const sql = `SELECT count(*) AS n FROM (${keys.sql})`;
  return context.statement<{ n: number }>('views', sql).get(...keys.parameters)?.n ?? 0;
}

/** In the list's own order, run after run, looking at each. */
function walk(context: QueryContext, input: ListInput, most: number): Walk {
  const order = orderOf(input);
  const isFull = (found: number): boolean => found > input.limit && input.duplicates !== true;
  const rows: KeyedRow[] = [];
  let left = most;
  for (const run of order.runs) {
    const wanted = (input.duplicates === true ? most : input.limit + 1) - rows.length;
    const keys = inOrder(context.table('summary', 'persons'), order, run, { limit: left });
    const steps = { order, run, most: wanted, keys };
    rows.push(...matchesOnWay(context, input, steps));
    if (isFull(rows.length)) return { rows, end: null };
    const end = stepsEnd(context, steps, left);
    if (end !== null) return { rows, end };
    left -= stepsMade(context, steps);
  }
  return { rows, end: null };
}

/** Who is found by comparing is not counted: nobody knows who stands where. */
function mustBeCounted({ offset, duplicates }: ListInput): void {
  if (offset === 0 || duplicates !== true) return;
  throw failure(
    'wrong-use',
    'offset-uncounted',
    'What matches these filters is not counted. Go on from page to page with `after`.',
  );
}

/** Wherever the page is: what the indexes name is gone through in the list's order, without its rows. */
function rowsByKeys(context: QueryContext, input: ListInput): KeyedRow[] {
  const order = narrowed(orderOf(input), keySources(context, input));
  const sorted = { context, table: context.table('summary', 'persons'), order };
  return rowsInOrder(sorted, input.limit + 1, input.offset);
}

/** Of those whom no index names in a few. They are near each other mostly, and met within a short walk. */
function pageOfMany(context: QueryContext, input: ListInput): Page {
  const near = input.offset === 0 ? walk(context, input, MAX_WALKED) : null;
  const rows = near?.end === null ? near.rows : rowsByKeys(context, input);
  return { ...cut(rows, input.limit, null), total: null };
}

/** One page of those who match: of the few that an index names, of a short walk, or of all keys that the indexes name. */
export function filteredPersons(context: QueryContext, input: ListInput): Page {
  mustBeCounted(input);
  const source = shortSource(context, input);
  if (source !== null) return pickedPage(context, input, source);
  if (input.duplicates === true) return compared(context, input, walk(context, input, MAX_COMPARED));
  return pageOfMany(context, input);
}
