import { jsonParser, type Token } from 'stream-json/parser.js';
import { getManyValues, isMany, none } from 'stream-chain/defs.js';
import { failure } from '../../../domain/contract/errors.ts';
import { isJsonObject } from '../../../domain/person/fields/json.ts';
import { type Element, ElementBuilder } from './json-elements.ts';
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
  /** Keys of the objects that are open, and null for lists, outside of the list that is looked for. */
  readonly #path: (string | null)[] = [];
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
    switch (token.name) {
      case 'startArray':
        if (!this.found && this.#path.join('.') === this.#wanted && !this.#path.includes(null)) {
          this.found = true;
          this.#inside = true;
        } else this.#path.push(null);
        return;
      case 'startObject':
        this.#path.push('');
        return;
      case 'endObject':
      case 'endArray':
        this.#path.pop();
        return;
      case 'keyValue':
        this.#path[this.#path.length - 1] = token.value;
        return;
      default:
    }
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
      { code: 'row-too-deep', message: 'The row is nested too deeply to be read', field: null },
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
  if (!(thrown instanceof Error) || 'error' in thrown) return thrown;
  const message = `The file is no JSON after row ${row} (${thrown.message}). Mend it there, or export it as JSON Lines: there a row that is broken does not end the reading.`;
  return failure('wrong-use', 'import-json-broken', message, { row });
}

function noList(path: string): Error {
  const where =
    path === '' ? 'The file holds no list' : `The file holds no list under ${JSON.stringify(path)}`;
  return failure('wrong-use', 'import-list-missing', `${where}. Say where the list of persons stands.`);
}

/** The elements of a list in a JSON file, one row each. */
export async function* jsonRows(texts: AsyncIterable<string>, arrayPath: string): AsyncGenerator<SourceRow> {
  const tokenise = tokeniser();
  const finder = new ListFinder(arrayPath);
  let row = 0;
  try {
    for await (const text of texts) {
      for (const token of tokenise(text)) {
        const element = finder.take(token);
        if (element === null) continue;
        row += 1;
        yield toRow(row, element);
      }
    }
    tokenise(null);
  } catch (thrown) {
    throw noJson(thrown, row);
  }
  if (!finder.found) throw noList(arrayPath);
}
