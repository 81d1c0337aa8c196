import { isJsonObject } from '../../../domain/person/fields/json.ts';
import { type Line, readLines } from '../../ipc/lines.ts';
import { damageIn, MAX_ROW, refusedRow, type SourceRow, tooLarge } from './source-row.ts';

const SHOWN = 2000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toRow(row: number, line: Line): SourceRow {
  if (!line.ok) return tooLarge(row);
  const { text } = line;
  const record = parsed(text);
  if (!isJsonObject(record)) {
    const message = 'The line is no JSON object: mend it so that it is {…} on one line';
    return refusedRow(
      row,
      { code: 'row-not-json', message, field: null },
      JSON.stringify(text.slice(0, SHOWN)),
    );
  }
  return { row, record, fault: damageIn(text), source: () => text };
}

async function* buffers(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text);
}

/** One object a line; blank lines are none. A line that cannot be read is one row that is refused. */
export async function* jsonlRows(texts: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  let row = 0;
  for await (const line of readLines(buffers(texts), { maxBytes: MAX_ROW })) {
    if (line.ok && line.text.trim() === '') continue;
    row += 1;
    yield toRow(row, line);
  }
}
