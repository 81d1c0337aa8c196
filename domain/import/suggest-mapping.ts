import type { FoundPath } from '../contract/import.ts';
import {
  type ImportMapping,
  type ImportMappingInput,
  importMappingSchema,
  MAPPING_LANGUAGE,
  type Reading,
} from '../contract/import-mapping.ts';
import { type Meaning, meaningOf } from './column-meanings.ts';
import { dateValue } from './date-value.ts';
import { suggestComponents } from './suggest-components.ts';
import { isDated } from './suggested-rule.ts';

export interface Suggestible {
  readonly paths: readonly FoundPath[];
  /** That were looked at. */
  readonly rows: number;
  readonly reading: Reading;
  readonly fileName: string;
}

/** A column and what it may be about. */
export interface Understood extends FoundPath {
  readonly meaning: Meaning | null;
}

/** What tells the rows apart: a column that is called so, else one that is given everywhere and never twice. */
function keyOf(paths: readonly Understood[], rows: number): Understood | undefined {
  const single = paths.filter(({ entries }) => entries === null);
  const always = single.filter(({ given }) => given >= rows);
  const distinct = ({ samples }: Understood) => samples.length >= Math.min(rows, 5);
  const named = (meaning: Meaning, among: readonly Understood[]) =>
    among.find((one) => one.meaning === meaning);
  return (
    named('key', always) ??
    named('key', single) ??
    named('email', always) ??
    always.find(distinct) ??
    single[0]
  );
}

type NameSuggestion = ImportMappingInput['person']['name'];

/** The columns of some meanings, one of each. */
function among(paths: readonly Understood[], ...meanings: Meaning[]): string[] {
  return meanings.flatMap((meaning) => paths.find((one) => one.meaning === meaning)?.path ?? []);
}

/** Where no column is a name, the first one with texts: something has to be. */
function wholeName(paths: readonly Understood[], key: Understood): string {
  const text = paths.find((one) => one.kind === 'text' && one !== key);
  return among(paths, 'whole')[0] ?? text?.path ?? key.path;
}

function nameOf(paths: readonly Understood[], key: Understood): NameSuggestion {
  const givenNames = among(paths, 'given', 'middle');
  const familyNames = among(paths, 'family');
  const isParted = givenNames.length + familyNames.length > 0;
  const lists = { prefixes: among(paths, 'prefix'), suffixes: among(paths, 'suffix') };
  const [preferred] = among(paths, 'preferred');
  return {
    ...(isParted ? { givenNames, familyNames } : { whole: wholeName(paths, key) }),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(preferred !== undefined && { preferred }),
  };
}

/** A name for the source from that of the file: it can be changed before anything is imported. */
function sourceName(fileName: string): string {
  const base = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[.-]refused$/, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return base === '' ? 'import' : base;
}

/** As long as a mapping can name one. */
const LONGEST_PATH = 500;

/** A mapping to begin with, from the names of the columns and from their values. Null where there is nothing to map. */
export function suggestMapping({ paths, rows, reading, fileName }: Suggestible): ImportMapping | null {
  const understood = paths
    .filter(({ path }) => path !== '' && path.length <= LONGEST_PATH && !path.startsWith('import-'))
    .map((found) => ({ ...found, meaning: meaningOf(found) }));
  const key = keyOf(understood, rows);
  if (key === undefined) return null;
  const columns = understood.filter(({ entries }) => entries === null);
  const birth = columns.find((column) => column.meaning === 'birth' && isDated(column));
  const name = sourceName(fileName);
  return importMappingSchema.parse({
    language: MAPPING_LANGUAGE,
    name,
    source: name,
    reading,
    key: key.path,
    person: {
      name: nameOf(columns, key),
      ...(birth !== undefined && { birthDate: dateValue(birth) }),
    },
    components: suggestComponents(understood),
  } satisfies ImportMappingInput);
}
