import type { FileOrder } from '../../domain/contract/jobs.ts';
import type { PersonColumn, PersonRow } from '../../domain/contract/views.ts';
import { createPersonLookup, type PersonLookup } from '../store/sqlite/queries/person-lookup.ts';
import { inPieces } from './in-pieces.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import type { JobOrder } from './job.ts';
import type { ReadViews } from './read-views.ts';
import { writeLines } from './write-lines.ts';

type Value = string | number | null;
type Field = readonly [title: string, value: (row: PersonRow) => Value];

const FIELDS: Readonly<Record<PersonColumn, readonly Field[]>> = {
  name: [['Name', (row) => row.displayName]],
  status: [['Status', (row) => row.status]],
  email: [['E-mail', (row) => row.primaryEmail]],
  phone: [['Phone', (row) => row.primaryPhone]],
  work: [
    ['Role', (row) => row.role],
    ['Employer', (row) => row.employer],
  ],
  location: [['Location', (row) => row.location]],
  created: [['Created', (row) => row.createdAt]],
  updated: [['Updated', (row) => row.updatedAt]],
};

/** Whoever works on with the file finds the persons again by it. */
const ID: Field = ['Person id', (row) => row.personId];

const AT_ONCE = 200;

export interface PersonsExport {
  readonly order: Extract<FileOrder, { kind: 'persons-export' }>;
  readonly personIds: readonly string[];
  readonly readViews: ReadViews;
  readonly file: string;
}

interface Format {
  readonly head: string;
  /** Null for somebody who is not there. */
  readonly record: (personId: string) => string | null;
  /** Between two records. */
  readonly between: string;
  readonly end: string;
}

function rowsOfList(columns: readonly PersonColumn[], lookup: PersonLookup): Format {
  const fields = [ID, ...columns.flatMap((column) => FIELDS[column])];
  const record = (personId: string) => {
    const row = lookup.row(personId);
    return row === null ? null : csvLine(fields.map(([, value]) => value(row)));
  };
  return { head: BYTE_ORDER_MARK + csvLine(fields.map(([title]) => title)), record, between: '', end: '' };
}

function formatOf({ format, columns }: PersonsExport['order'], lookup: PersonLookup): Format {
  const record = (personId: string) => lookup.document(personId);
  if (format === 'csv') return rowsOfList(columns, lookup);
  if (format === 'json') return { head: '[\n', record, between: ',\n', end: '\n]\n' };
  return { head: '', record, between: '\n', end: '\n' };
}

/** Tells after each piece how many persons were looked at, and how many of them are in the file. */
type Progress = (done: number, written: number) => void;

async function* textsOf(
  personIds: readonly string[],
  format: Format,
  progress: Progress,
): AsyncGenerator<string> {
  yield format.head;
  let done = 0;
  let written = 0;
  for await (const piece of inPieces(personIds, AT_ONCE)) {
    for (const personId of piece) {
      const record = format.record(personId);
      if (record === null) continue;
      yield written === 0 ? record : format.between + record;
      written += 1;
    }
    done += piece.length;
    progress(done, written);
  }
  yield format.end;
}

/** Persons as rows of the list, for spreadsheets, or as whole records: the folded state. */
export function personsExportJob(asked: PersonsExport): JobOrder {
  const { order, personIds, file, readViews } = asked;
  return {
    kind: 'persons-export',
    subject: file,
    work: async ({ signal, progress }) => {
      let persons = 0;
      const { bytes } = await readViews((context) => {
        const texts = textsOf(personIds, formatOf(order, createPersonLookup(context)), (done, written) => {
          persons = written;
          progress(done, personIds.length);
        });
        return writeLines(file, texts, signal);
      });
      return { file, format: order.format, persons, bytes };
    },
  };
}
