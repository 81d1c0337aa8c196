import { jsonParser, type Token } from 'stream-json/parser.js';
import { getManyValues, isMany, none } from 'stream-chain/defs.js';
import { failure } from '../../../domain/contract/errors.ts';
import { isJsonObject } from '../../../domain/person/fields/json.ts';
import { carriedError } from '../../ipc/console-error.ts';
import { type Element, ElementBuilder } from './json-elements.ts';
import { JsonPlace } from './json-place.ts';
import { damageIn, refusedRow, type SourceRow, tooLarge } from './source-row.ts';

/** Texts come piece by piece, so that a huge one never stands in memory; keys and numbers as a whole. */
const OPTIONS = { packValues: true, packStrings: false, streamKeys: false, streamNumbers: false } as const;

/** Null: the text has come to its end. */
export type Tokenise = (text: string | null) => readonly Token[];

/** Throws what the parser throws where the text is no JSON. */
export function tokeniser(): Tokenise {
  const parse = jsonParser(OPTIONS) as unknown as (text: string | symbol) => unknown;
  return (text) => {
    const made = parse(text ?? none);
    return isMany(made) ? (getManyValues(made) as readonly Token[]) : [];
  };
}

/** Finds the list at a path (keys with dots between them) and puts its elements together. */
export class ListFinder {
  readonly #wanted: string;
  readonly #builder = new ElementBuilder();
  /** Outside of the list that is looked for. */
  readonly #place = new JsonPlace();
  #depth = 0;
  #inside = false;
  found = false;

  constructor(wanted: string) {
    this.#wanted = wanted;
  }

  take(token: Token): Element | null {
    if (!this.#inside) {
      this.#outside(token);
      return null;
    }
    if (this.#depth === 0 && token.name === 'endArray') {
      this.#inside = false;
      return null;
    }
    if (token.name === 'startObject' || token.name === 'startArray') this.#depth += 1;
    if (token.name === 'endObject' || token.name === 'endArray') this.#depth -= 1;
    return this.#builder.take(token);
  }

  #outside(token: Token): void {
    const isHere = !this.found && this.#place.isAt(this.#wanted);
    if (token.name === 'startArray' && isHere) {
      this.found = true;
      this.#inside = true;
    } else this.#place.take(token);
  }
}

function damaged(message: string): SourceRow['fault'] {
  return { code: 'row-not-json', message, field: null };
}

function toRow(row: number, element: Element): SourceRow {
  if ('fault' in element) {
    if (element.fault === 'too-large') return tooLarge(row, '{}');
    return refusedRow(
      row,
      {
        code: 'row-too-deep',
        message: 'The row is nested too deeply to be read: take levels out of it',
        field: null,
      },
      '{}',
    );
  }
  const { value } = element;
  const source = (): string => JSON.stringify(value);
  if (!isJsonObject(value)) {
    return { row, record: null, fault: damaged('The entry of the list is no object: make it {…}'), source };
  }
  return { row, record: value, fault: damageIn(JSON.stringify(value)), source };
}

function noJson(thrown: unknown, row: number): unknown {
  if (!(thrown instanceof Error) || carriedError(thrown) !== null) return thrown;
  const message = `The file is no JSON after row ${row} (${thrown.message}). Mend it there, or export it as JSON Lines: there a row that is broken does not end the reading.`;
  return failure('wrong-use', 'import-json-broken', message, { row });
}

function noList(path: string): Error {
  const message =
    path === ''
      ? 'The file holds no list. Say where the list of persons stands.'
      : `The file holds no list under ${JSON.stringify(path)}. Say where the list of persons stands.`;
  return failure('wrong-use', 'import-list-missing', message);
}

/** Of one piece of text at a time: passing on token by token would take longer than reading them. */
async function* elementsOf(texts: AsyncIterable<string>, finder: ListFinder): AsyncGenerator<Element[]> {
  const tokenise = tokeniser();
  const whole = (text: string | null) => tokenise(text).flatMap((token) => finder.take(token) ?? []);
  for await (const text of texts) yield whole(text);
  yield whole(null);
}

/** The elements of a list in a JSON file, one row each. */
export async function* jsonRows(texts: AsyncIterable<string>, arrayPath: string): AsyncGenerator<SourceRow> {
  const finder = new ListFinder(arrayPath);
  let row = 0;
  try {
    for await (const elements of elementsOf(texts, finder)) {
      for (const element of elements) {
        row += 1;
        yield toRow(row, element);
      }
    }
  } catch (thrown) {
    throw noJson(thrown, row);
  }
  if (!finder.found) throw noList(arrayPath);
}
