import type { ImportFile, ImportInspection } from '../../../domain/contract/import.ts';
import type { Reading } from '../../../domain/contract/import-mapping.ts';
import { leftOut } from '../../../domain/import/left-out.ts';
import { cellOf } from '../../../domain/import/sample-values.ts';
import { PathCollector } from '../../../domain/import/found-paths.ts';
import { suggestMapping } from '../../../domain/import/suggest-mapping.ts';
import type { JsonObject } from '../../../domain/person/fields/json.ts';
import { fullReading, openRows, type RowSource } from './reading.ts';

const MOST_ROWS = 1000;
const FIRST_ROWS = 5;
/** Small pieces: from how much was read the number of rows is worked out. */
const PIECE = 16 * 1024;

interface Looked {
  readonly rows: number;
  readonly bytes: number;
  readonly toTheEnd: boolean;
  readonly first: readonly JsonObject[];
  readonly refused: ReadonlyMap<string, { readonly message: string; readonly count: number }>;
}

async function look({ rows, bytesRead }: RowSource, paths: PathCollector): Promise<Looked> {
  const refused = new Map<string, { message: string; count: number }>();
  const first: JsonObject[] = [];
  let count = 0;
  for await (const { record, fault } of rows) {
    count += 1;
    if (record !== null) paths.see(record);
    if (record !== null && first.length < FIRST_ROWS) first.push(record);
    if (fault !== null) {
      const known = refused.get(fault.code) ?? { message: fault.message, count: 0 };
      refused.set(fault.code, { ...known, count: known.count + 1 });
    }
    if (count === MOST_ROWS) return { rows: count, bytes: bytesRead(), toTheEnd: false, first, refused };
  }
  return { rows: count, bytes: bytesRead(), toTheEnd: true, first, refused };
}

type Warning = ImportInspection['warnings'][number];

function headerWarnings(header: ReturnType<RowSource['header']>): Warning[] {
  if (header === null) return [];
  const renamed = header.columns.filter((name, index) => name !== header.titles[index]?.trim());
  if (renamed.length === 0) return [];
  const message = `Some columns have no name of their own; here they are called ${renamed.slice(0, 5).join(', ')}`;
  return [{ code: 'columns-renamed', message }];
}

function rowWarnings({ rows, refused }: Looked): Warning[] {
  const unread = [...refused].map(([code, { message, count }]) => ({
    code,
    message: `${count} of the first ${rows} rows: ${message}`,
  }));
  return rows > 0
    ? unread
    : [...unread, { code: 'no-rows', message: 'The file has no rows: there is nothing to import' }];
}

/** Day and month can be taken for each other: a wrong guess would give persons wrong dates without a word. */
function dateWarnings(paths: ImportInspection['paths']): Warning[] {
  const unclear = paths.filter(({ dateFormats }) => dateFormats.length > 1).map(({ path }) => path);
  if (unclear.length === 0) return [];
  const message = `Look closely at the dates in ${unclear.slice(0, 5).join(', ')}: day and month can be read either way`;
  return [{ code: 'dates-unclear', message }];
}

/** What a file holds, from its first rows. */
export async function inspect(path: string, file: ImportFile, asked: Reading): Promise<ImportInspection> {
  const reading = await fullReading(path, asked);
  const source = openRows(path, reading, PIECE);
  const collector = new PathCollector();
  const looked = await look(source, collector);
  const { rows, bytes, toTheEnd } = looked;
  const paths = collector.found();
  const suggestion = suggestMapping({ paths, rows, reading: asked, fileName: file.name });
  const estimated = toTheEnd || bytes === 0 ? rows : Math.max(rows, Math.round((rows * file.bytes) / bytes));
  return {
    file,
    reading,
    paths,
    firstRows: looked.first.map((record) => paths.map(({ path }) => cellOf(record, path))),
    rows: { lookedAt: rows, estimated, exact: toTheEnd },
    warnings: [...headerWarnings(source.header()), ...rowWarnings(looked), ...dateWarnings(paths)],
    suggestion,
    leftOut: leftOut(paths, suggestion),
  };
}
