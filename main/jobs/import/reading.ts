import { extname } from 'node:path';
import type { Reading } from '../../../domain/contract/import-mapping.ts';
import { detectSeparator } from '../../../domain/import/separators.ts';
import { isJsonObject } from '../../../domain/person/fields/json.ts';
import { csvRows } from './csv-rows.ts';
import { decoderFor, detectEncoding, markedEncoding } from './encodings.ts';
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
  const byName = BY_NAME[extname(path).toLowerCase()];
  if (byName !== undefined) return byName;
  const text = head.trimStart();
  if (text.startsWith('[')) return 'json';
  if (!text.startsWith('{')) return 'csv';
  const [first = '', second = ''] = text.split('\n', 2);
  // One object on one line can be either: as a list of lines it would be one person.
  const hasLines = second.trim() !== '' || firstList(head) === null;
  return isObject(first) && hasLines ? 'jsonl' : 'json';
}

/** Where the first list of objects in a JSON text stands; null where there is none in what was read. */
export function firstList(head: string): string | null {
  const path: (string | null)[] = [];
  let before = '';
  let found: string | null = null;
  try {
    for (const token of tokeniser()(head)) {
      if (before === 'startArray' && token.name === 'startObject') {
        found = path.slice(0, -1).join('.');
        if (!path.slice(0, -1).includes(null)) return found;
      }
      if (token.name === 'startArray') path.push(null);
      else if (token.name === 'startObject') path.push('');
      else if (token.name === 'endArray' || token.name === 'endObject') path.pop();
      else if (token.name === 'keyValue') path[path.length - 1] = token.value;
      before = token.name;
    }
  } catch {
    return null;
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
