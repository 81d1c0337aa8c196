import {
  displayName,
  type PersonName,
  type PersonNameInput,
  personNameSchema,
  sortKey,
} from '../../../../domain/contract/forms.ts';

export type Convention = PersonName['convention'];

/** A name as its inputs hold it; lists are texts with commas, so that "van der Berg" stays one name. */
export interface NameValues {
  readonly convention: Convention;
  readonly givenNames: string;
  readonly familyNames: string;
  readonly patronymic: string;
  readonly matronymic: string;
  readonly prefixes: string;
  readonly suffixes: string;
  readonly preferred: string;
}

export const emptyName: NameValues = {
  convention: 'Western',
  givenNames: '',
  familyNames: '',
  patronymic: '',
  matronymic: '',
  prefixes: '',
  suffixes: '',
  preferred: '',
};

const SEPARATOR = /[,、，،]/u;
const split = (text: string): string[] =>
  text
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter(Boolean);
const join = (parts: readonly string[]): string => parts.join(', ');

export function nameValuesOf(name: PersonName): NameValues {
  return {
    convention: name.convention,
    givenNames: join(name.givenNames),
    familyNames: join(name.familyNames),
    patronymic: name.patronymic ?? '',
    matronymic: name.matronymic ?? '',
    prefixes: join(name.prefixes),
    suffixes: join(name.suffixes),
    preferred: name.preferred ?? '',
  };
}

function optional(key: 'patronymic' | 'matronymic' | 'preferred', text: string): Partial<PersonNameInput> {
  return text.trim() === '' ? {} : { [key]: text };
}

/** What the operator typed as a name; parts that the convention does not show are kept as they are. */
export function nameFromValues(values: NameValues): PersonNameInput {
  return {
    convention: values.convention,
    givenNames: split(values.givenNames),
    familyNames: split(values.familyNames),
    prefixes: split(values.prefixes),
    suffixes: split(values.suffixes),
    ...optional('patronymic', values.patronymic),
    ...optional('matronymic', values.matronymic),
    ...optional('preferred', values.preferred),
  };
}

export type NameField = Exclude<keyof NameValues, 'convention'>;

export interface NameLook {
  readonly label: string;
  readonly help: string;
  /** Shown at once, in the order in which the name is spoken; the rest is folded. */
  readonly main: readonly NameField[];
}

export const conventions: Readonly<Record<Convention, NameLook>> = {
  Western: {
    label: 'Western: given name, then family name',
    help: 'For example Ada Lovelace',
    main: ['givenNames', 'familyNames'],
  },
  Spanish: {
    label: 'Spanish: two family names',
    help: 'For example Gabriel García Márquez: separate the two family names with a comma',
    main: ['givenNames', 'familyNames'],
  },
  EastAsian: {
    label: 'East Asian: family name first',
    help: 'For example 山田 太郎, Mao Zedong',
    main: ['familyNames', 'givenNames'],
  },
  Patronymic: {
    label: 'Patronymic: named after a parent',
    help: 'For example Björk Guðmundsdóttir, Ivan Petrovich Sidorov',
    main: ['givenNames', 'patronymic', 'matronymic', 'familyNames'],
  },
  Mononymic: { label: 'One name only', help: 'For example Suharto, Teller', main: ['givenNames'] },
  Other: {
    label: 'Other: all parts',
    help: 'Every part of the name, in the order it is spoken',
    main: ['givenNames', 'patronymic', 'matronymic', 'familyNames'],
  },
};

const all: readonly NameField[] = [
  'preferred',
  'prefixes',
  'suffixes',
  'givenNames',
  'familyNames',
  'patronymic',
  'matronymic',
];

/** Fields behind the fold: the rest, but of names that the convention has no place for only those that are filled. */
export function foldedFields(values: NameValues): readonly NameField[] {
  const { main } = conventions[values.convention];
  const extras: readonly NameField[] = ['preferred', 'prefixes', 'suffixes'];
  return all.filter((field) => !main.includes(field) && (extras.includes(field) || values[field] !== ''));
}

const readings: readonly (readonly [label: string, read: (name: PersonName) => string])[] = [
  ['In lists', (name) => displayName(name)],
  ['Formal', (name) => displayName(name, 'formal')],
  ['Sorted by', sortKey],
];

/** How the name will read, and what the list sorts it by; empty while it is no name yet. */
export function namePreview(values: NameValues): readonly (readonly [label: string, text: string])[] {
  const parsed = personNameSchema.safeParse(nameFromValues(values));
  return readings.map(([label, read]) => [label, parsed.success ? read(parsed.data) : '']);
}
