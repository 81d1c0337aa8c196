import { extname } from 'node:path';
import type { Reading } from '../../../domain/contract/import-mapping.ts';
import { detectSeparator } from '../../../domain/import/separators.ts';
import { isJsonObject } from '../../../domain/person/fields/json.ts';
import { csvRows } from './csv-rows.ts';
import { decoderFor, detectEncoding, markedEncoding } from './encodings.ts';
import type { Token } from 'stream-json/parser.js';
import { JsonPlace } from './json-place.ts';
import { jsonRows, tokeniser } from './json-rows.ts';
import { jsonlRows } from './jsonl-rows.ts';
import { readHead, textsOf, type TextSource } from './source-file.ts';
import type { SourceRow } from './source-row.ts';

/** How a file is read, with nothing left open. */
export type FullReading = Omit<Reading, 'format' | 'encoding'> & {
  readonly format: NonNullable<Reading['format']>;
  readonly encoding: string;
};

type Format = FullReading['format'];

function isObject(text: string): boolean {
  try {
    return isJsonObject(JSON.parse(text));
  } catch {
    return false;
  }
}

const BY_NAME: Readonly<Record<string, Format>> = {
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.tab': 'csv',
};

/** By the name where that says it, else by how the text begins. */
function detectFormat(path: string, head: string): Format {
  return BY_NAME[extname(path).toLowerCase()] ?? formatOf(head);
}

function formatOf(head: string): Format {
  const text = head.trimStart();
  if (text.startsWith('[')) return 'json';
  return text.startsWith('{') ? objectFormat(text) : 'csv';
}

function objectFormat(text: string): Format {
  const [first = '', second = ''] = text.split('\n', 2);
  // One object on one line can be either: as a list of lines it would be one person.
  const hasLines = second.trim() !== '' || firstList(text) === null;
  return isObject(first) && hasLines ? 'jsonl' : 'json';
}

/** Up to the end of what was read: the last value may be cut through. */
function* tokensIn(head: string): Generator<Token> {
  try {
    yield* tokeniser()(head);
  } catch {
    // No JSON, or only at its beginning.
  }
}

/** Where the first list of objects in a JSON text stands; null where there is none in what was read. */
function firstList(head: string): string | null {
  const place = new JsonPlace();
  let list: string | null = null;
  for (const token of tokensIn(head)) {
    if (token.name === 'startObject' && list !== null) return list;
    list = token.name === 'startArray' ? place.path : null;
    place.take(token);
  }
  return null;
}

/** What is left out of a reading, and a byte order mark that says it better, found in the first part of the file. Throws `import-not-text`. */
export async function fullReading(path: string, asked: Reading): Promise<FullReading> {
  const bytes = await readHead(path);
  const encoding = markedEncoding(bytes) ?? asked.encoding ?? detectEncoding(bytes);
  const head = decoderFor(encoding).write(bytes);
  const format = asked.format ?? detectFormat(path, head);
  switch (format) {
    case 'csv':
      return { format, encoding, separator: asked.separator ?? detectSeparator(head) };
    case 'json':
      return { format, encoding, arrayPath: asked.arrayPath ?? firstList(head) ?? '' };
    case 'jsonl':
      return { format, encoding };
  }
}

export interface RowSource {
  readonly rows: AsyncGenerator<SourceRow>;
  readonly bytesRead: TextSource['bytesRead'];
  /** Of a CSV file, as soon as the first row was read. */
  readonly header: () => { readonly columns: readonly string[]; readonly titles: readonly string[] } | null;
}

/** The rows of a file from its beginning. */
export function openRows(path: string, reading: FullReading, pieceBytes?: number): RowSource {
  const { texts, bytesRead } = textsOf(path, reading.encoding, pieceBytes);
  let header: ReturnType<RowSource['header']> = null;
  const onHeader = (columns: readonly string[], titles: readonly string[]): void => {
    header = { columns, titles };
  };
  const rows = (): AsyncGenerator<SourceRow> => {
    switch (reading.format) {
      case 'csv':
        return csvRows(texts, { separator: reading.separator ?? ',', onHeader });
      case 'json':
        return jsonRows(texts, reading.arrayPath ?? '');
      case 'jsonl':
        return jsonlRows(texts);
    }
  };
  return { rows: rows(), bytesRead, header: () => header };
}
