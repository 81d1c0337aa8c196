import { z } from 'zod';
import { BLANK, CONTROL, isPrintableText, isVisibleText, tidyText } from './fields/text.ts';

export const NAME_CONVENTIONS = [
  'Western',
  'Spanish',
  'EastAsian',
  'Patronymic',
  'Mononymic',
  'Other',
] as const;
export type NameConvention = (typeof NAME_CONVENTIONS)[number];

/** Names of several hundred letters exist; a pasted document is none. */
export const MAX_NAME_LENGTH = 1000;
export const MAX_NAMES = 50;

const namePartSchema = z
  .string()
  .overwrite(tidyText)
  .max(MAX_NAME_LENGTH, { error: `Must not be longer than ${MAX_NAME_LENGTH} characters`, abort: true })
  .refine(isVisibleText, BLANK)
  .refine(isPrintableText, CONTROL);

const namePartsSchema = z.array(namePartSchema).max(MAX_NAMES, `Must not be more than ${MAX_NAMES} names`);

function countNames(name: {
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
  readonly patronymic?: string | undefined;
  readonly matronymic?: string | undefined;
}): number {
  const ancestors = [name.patronymic, name.matronymic].filter((part) => part !== undefined);
  return name.givenNames.length + name.familyNames.length + ancestors.length;
}

export const personNameSchema = z
  .object({
    givenNames: namePartsSchema.default([]).meta({ title: 'Given names' }),
    familyNames: namePartsSchema.default([]).meta({ title: 'Family names' }),
    patronymic: namePartSchema
      .optional()
      .meta({ title: 'Patronymic', description: 'From the father’s name' }),
    matronymic: namePartSchema
      .optional()
      .meta({ title: 'Matronymic', description: 'From the mother’s name' }),
    prefixes: namePartsSchema
      .default([])
      .meta({ title: 'Prefixes', description: 'Titles (Dr.) and particles (van, de)' }),
    suffixes: namePartsSchema.default([]).meta({ title: 'Suffixes', description: 'Jr., III, PhD' }),
    preferred: namePartSchema.optional().meta({
      title: 'Preferred name',
      description: 'What the person is called, where it is not the first given name',
    }),
    convention: z.enum(NAME_CONVENTIONS).default('Western').meta({ title: 'Naming convention' }),
  })
  .refine((name) => name.givenNames.length + name.familyNames.length > 0, {
    path: ['givenNames'],
    message: 'Enter at least one given name or family name',
  })
  .refine((name) => name.convention !== 'Mononymic' || countNames(name) <= 1, {
    path: ['convention'],
    message: 'A mononymic name has exactly one name: keep one, or choose another convention',
  })
  .overwrite(withoutUndefined)
  .meta({ title: 'Name' });

/** A name in its parts; each list keeps the order in which the parts are spoken. */
export type PersonName = z.output<typeof personNameSchema>;
export type PersonNameInput = z.input<typeof personNameSchema>;

// An absent part and one that is `undefined` would compare as different and encode as the same.
function withoutUndefined<T extends object>(value: T): T {
  if (!Object.values(value).includes(undefined)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

/** What every name consists of, for building names in code: the parts that are not given are empty. */
export function nameOf(parts: Partial<PersonName>): PersonName {
  return withoutUndefined({
    givenNames: [],
    familyNames: [],
    prefixes: [],
    suffixes: [],
    convention: 'Western',
    ...parts,
  });
}

/** The names proper, without titles, particles and suffixes: given, patronymic, matronymic, family. */
export function nameParts(name: PersonName): string[] {
  const ancestors = [name.patronymic, name.matronymic].filter((part) => part !== undefined);
  return [...name.givenNames, ...ancestors, ...name.familyNames];
}

/** All that a search for this name may look for. */
export function nameSearchText(name: PersonName): string {
  const preferred = name.preferred === undefined ? [] : [name.preferred];
  return [...name.prefixes, ...nameParts(name), ...name.suffixes, ...preferred].join(' ');
}

export function sameName(a: PersonName, b: PersonName): boolean {
  return (
    a.convention === b.convention &&
    a.patronymic === b.patronymic &&
    a.matronymic === b.matronymic &&
    a.preferred === b.preferred &&
    sameList(a.givenNames, b.givenNames) &&
    sameList(a.familyNames, b.familyNames) &&
    sameList(a.prefixes, b.prefixes) &&
    sameList(a.suffixes, b.suffixes)
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
