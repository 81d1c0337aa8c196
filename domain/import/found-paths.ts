import type { FoundPath } from '../contract/import.ts';
import { isJsonObject, type JsonObject } from '../person/fields/json.ts';
import { isPresentWord } from './present-words.ts';
import { FormTallies } from './value-forms.ts';

type Kind = FoundPath['kind'];
type Found = Omit<FoundPath, 'entries'>;

const MOST_SAMPLES = 5;
/** Of one list so many are looked at: what is told of all its entries is not told of longer ones. */
const MOST_ENTRIES = 50;
const SAMPLE_LENGTH = 80;
/** Objects inside objects are looked into so far; lists of lists are not. */
const MAX_DEPTH = 4;
/** Of which texts stand in the order of the days. */
const SORTABLE = 'YYYY-MM-DD';
/** A file whose keys differ from row to row would otherwise give as many paths as it has rows. */
const MAX_PATHS = 2000;

function kindOf(value: unknown): Kind {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'yes-no';
  return 'text';
}

function sampleOf(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
  return text.length <= SAMPLE_LENGTH ? text : `${text.slice(0, SAMPLE_LENGTH - 1)}…`;
}

class Path {
  readonly samples: string[] = [];
  readonly kinds = new Set<Kind>();
  given = 0;
  entries: PathCollector | null = null;
  /** The entry that had it last. */
  lastIn = 0;
  lapses = false;
  repeats = false;
  readonly #inList = new Set<string>();
  readonly #forms = new FormTallies();
  #hasWords = false;
  #before: string | null = null;
  #rises = false;
  #falls = false;

  /** What follows is another list's: nothing stands before its first entry. */
  begin(): void {
    this.#before = null;
    this.#inList.clear();
  }

  /** The list began after one entry and ends with another, or goes on where nobody looked. */
  end({
    before,
    last,
    isCut,
  }: {
    readonly before: number;
    readonly last: number;
    readonly isCut: boolean;
  }): void {
    if (this.lastIn > before && (isCut || this.lastIn < last)) this.lapses = true;
    if (isCut) this.repeats = true;
  }

  see(value: unknown, isInList: boolean): void {
    this.given += 1;
    this.kinds.add(kindOf(value));
    // What has parts is no date, and may have a `toString` of its own.
    const text = Array.isArray(value) || isJsonObject(value) ? '' : String(value).trim();
    const sample = sampleOf(value);
    if (isPresentWord(text)) this.#hasWords = true;
    else this.#forms.see(text, sample, isInList);
    this.#compare(text);
    if (isInList) this.#remember(text);
    if (this.samples.length < MOST_SAMPLES && !this.samples.includes(sample)) this.samples.push(sample);
  }

  rising(): boolean {
    const isSortable = this.kind() === 'date' && this.dateFormats()[0] === SORTABLE;
    return isSortable && this.misfits()['date'] === undefined && this.#rises && !this.#falls;
  }

  misfits(): FoundPath['misfits'] {
    return this.#forms.misfits();
  }

  #remember(text: string): void {
    if (this.#inList.has(text)) this.repeats = true;
    if (this.#inList.size < MOST_ENTRIES) this.#inList.add(text);
  }

  #compare(text: string): void {
    if (this.#before !== null && text > this.#before) this.#rises = true;
    if (this.#before !== null && text < this.#before) this.#falls = true;
    this.#before = text;
  }

  kind(): Kind {
    const [only, other] = [...this.kinds];
    if (only === undefined) return 'empty';
    if (other !== undefined) return 'mixed';
    return only === 'text' && !this.#hasWords && this.dateFormats().length > 0 ? 'date' : only;
  }

  /** Of texts alone; words that stand for no date yet say nothing about the form of the others. */
  dateFormats(): string[] {
    return this.kinds.size === 1 && this.kinds.has('text') ? this.#forms.dateFormats() : [];
  }
}

/** Which paths rows have, with examples: looks at one row after the other and keeps none. */
export class PathCollector {
  readonly #paths = new Map<string, Path>();
  #entry = 0;

  see(row: JsonObject): void {
    this.#inside(row, '', 0);
  }

  /** The entries of one list: all of them, or the first of many, of which nobody knows what the rest leave out. */
  seeEntries(entries: readonly unknown[], isCut: boolean): void {
    const before = this.#entry;
    for (const path of this.#paths.values()) path.begin();
    for (const entry of entries) {
      this.#entry += 1;
      this.seeEntry(entry);
    }
    for (const path of this.#paths.values()) path.end({ before, last: this.#entry, isCut });
  }

  /** An entry of a list: an object, or a value of its own. */
  seeEntry(entry: unknown): void {
    if (isJsonObject(entry)) this.see(entry);
    else this.#value('.', entry);
  }

  found(): FoundPath[] {
    return [...this.#paths].map(([path, seen]) => ({
      ...this.#found(path, seen),
      entries: seen.entries === null ? null : seen.entries.flat(),
    }));
  }

  /** Without what lies in lists inside lists. */
  flat(): Found[] {
    return [...this.#paths].map(([path, seen]) => this.#found(path, seen));
  }

  #found(path: string, seen: Path): Found {
    return {
      path,
      kind: seen.kind(),
      samples: seen.samples,
      dateFormats: seen.dateFormats(),
      misfits: seen.misfits(),
      given: seen.given,
      rising: seen.rising(),
      lapses: seen.lapses,
      repeats: seen.repeats,
    };
  }

  #inside(object: JsonObject, under: string, depth: number): void {
    for (const [key, value] of Object.entries(object)) {
      const path = `${under}${key}`;
      if (isJsonObject(value) && depth < MAX_DEPTH) this.#inside(value, `${path}.`, depth + 1);
      else this.#value(path, value);
    }
  }

  #value(path: string, value: unknown): void {
    const seen = this.#paths.get(path) ?? new Path();
    if (!this.#paths.has(path)) {
      if (this.#paths.size >= MAX_PATHS) return;
      this.#paths.set(path, seen);
    }
    if (Array.isArray(value)) this.#list(seen, value);
    else if (value !== null && value !== undefined && value !== '') {
      seen.see(value, this.#entry > 0);
      seen.lastIn = this.#entry;
    }
  }

  #list(seen: Path, list: readonly unknown[]): void {
    seen.entries ??= new PathCollector();
    seen.kinds.add('list');
    if (list.length > 0) seen.see(list, false);
    seen.entries.seeEntries(list.slice(0, MOST_ENTRIES), list.length > MOST_ENTRIES);
  }
}
