import type { ExportColumn, FileOrder } from '../../domain/contract/jobs.ts';
import type { PersonRow } from '../../domain/contract/views.ts';
import { createPersonLookup, type PersonLookup } from '../store/sqlite/queries/person-lookup.ts';
import { inPieces } from './in-pieces.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import type { JobOrder } from './job.ts';
import type { ReadViews } from './read-views.ts';
import { writeLines } from './write-lines.ts';

type Value = string | number | null;
type Field = readonly [title: string, value: (row: PersonRow) => Value];

const FIELDS: Readonly<Record<ExportColumn, readonly Field[]>> = {
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

type ToLine = (personId: string) => string | null;

function toLine(format: 'csv' | 'jsonl', lookup: PersonLookup, fields: readonly Field[]): ToLine {
  if (format === 'jsonl') {
    return (personId) => {
      const document = lookup.document(personId);
      return document === null ? null : `${document}\n`;
    };
  }
  return (personId) => {
    const row = lookup.row(personId);
    return row === null ? null : csvLine(fields.map(([, value]) => value(row)));
  };
}

async function* linesOf(
  { order, personIds }: PersonsExport,
  lookup: PersonLookup,
  progress: (done: number) => void,
): AsyncGenerator<string> {
  const fields = [ID, ...order.columns.flatMap((column) => FIELDS[column])];
  if (order.format === 'csv') yield BYTE_ORDER_MARK + csvLine(fields.map(([title]) => title));
  const write = toLine(order.format, lookup, fields);
  let done = 0;
  for await (const piece of inPieces(personIds, AT_ONCE)) {
    for (const personId of piece) {
      const line = write(personId);
      if (line !== null) yield line;
    }
    done += piece.length;
    progress(done);
  }
}

/** Persons as rows of the list, for spreadsheets, or as whole records: the folded state, one line of JSON each. */
export function personsExportJob(asked: PersonsExport): JobOrder {
  const { order, personIds, file, readViews } = asked;
  return {
    kind: 'persons-export',
    subject: file,
    work: async ({ signal, progress }) => {
      const written = await readViews((context) => {
        const lines = linesOf(asked, createPersonLookup(context), (done) => progress(done, personIds.length));
        return writeLines(file, lines, signal);
      });
      const header = order.format === 'csv' ? 1 : 0;
      return { file, format: order.format, persons: written.lines - header, bytes: written.bytes };
    },
  };
}
