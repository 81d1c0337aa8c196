import { isJsonObject } from '../person/fields/json.ts';
import type { Intention, Origin } from './intentions.ts';
import { shortened } from './shortened.ts';
import type { RowFault, SourcePlace } from './source-values.ts';

/** Issues name fields as the command has them, or as the component does. */
const WITHIN = /^(?:changes\.)?data\./;

/** Of a list, the field is the whole of it. Where nothing stands in a column, any of the whole may be filled in. */
function placeOf({ column, fields, given }: Origin, path: string): SourcePlace {
  const field = path.replace(/\.\d+$/, '');
  const own = fields[field] ?? Object.entries(fields).find(([name]) => field.startsWith(name))?.[1];
  if (own === undefined) return { column, given };
  return column === '' || own.given() !== null ? own : { column, given };
}

/** The column to mend, else the field that cannot be kept. */
function fieldOf({ what }: Origin, { column }: SourcePlace, path: string): string {
  if (column !== '') return column;
  return path === '' ? what : `${what}.${path.replace(/\.\d+$/, '')}`;
}

function valueAt(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (isJsonObject(at) || Array.isArray(at) ? Reflect.get(at, key) : undefined),
      data,
    );
}

/** What a mapping says itself is not in the file: then that is shown. */
function constantAt(data: unknown, path: string): string | null {
  const bare = path.replace(WITHIN, '');
  const value = valueAt(data, path) ?? valueAt(data, `data.${bare}`) ?? valueAt(data, `changes.data.${bare}`);
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? shortened(text) : null;
}

interface Issue {
  readonly path: string;
  readonly message: string;
}

/** What the domain finds wrong, in the words of the file: each column with what stands there. */
export function issueFaults(
  code: string,
  { data, origin }: Intention,
  issues: readonly Issue[],
): readonly RowFault[] {
  const found = issues.length === 0 ? [{ path: '', message: 'cannot be kept' }] : issues;
  return found.map(({ path, message }) => {
    const bare = path.replace(WITHIN, '');
    const place = placeOf(origin, bare);
    const field = fieldOf(origin, place, bare);
    const value = place.given();
    const shown = value ?? constantAt(data, path);
    return { code, message: `${field}${shown === null ? '' : ` “${shown}”`}: ${message}`, field, value };
  });
}

export function wholeFault(code: string, message: string, { origin }: Intention): RowFault {
  return { code, message, field: fieldOf(origin, origin, ''), value: origin.given() };
}

/** Rows are taken in their order: what the file says further down is not there yet. */
export function otherMissing({ origin }: Intention): RowFault {
  const place = placeOf(origin, 'otherPersonId');
  const field = fieldOf(origin, place, 'otherPersonId');
  const message = `${field}: there is no such person, nor a row above this one that creates them. Put that row above, or import the file once more`;
  return { code: 'relationship-target-missing', message, field, value: place.given() };
}

/** Without what only follows from a value that could not be read: its field is missing then, and nobody left it out. */
export function ownFaults(
  faults: readonly RowFault[],
  { origin }: Intention,
  unread: readonly string[],
): readonly RowFault[] {
  const isUnread = (column: string | null) =>
    unread.some((field) => column === field || column?.endsWith(`.${field}`) === true);
  const isPartial = [origin, ...Object.values(origin.fields)].some(({ column }) => isUnread(column));
  return faults.filter(({ field, value }) => !isUnread(field) && !(isPartial && (value ?? null) === null));
}

/** More than this nobody reads of one row. */
const MOST_FAULTS = 50;

/** Each once: entries of a list are often wrong in the same way, and who is closed refuses every command. */
export function distinct(faults: readonly RowFault[]): readonly RowFault[] {
  const seen = new Map(
    faults.toReversed().map((fault) => [`${fault.code} ${fault.message}`, fault] as const),
  );
  return [...seen.values()].toReversed().slice(0, MOST_FAULTS);
}
