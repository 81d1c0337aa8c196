import type { MappedValue } from '../contract/import-mapping.ts';
import { type Meaning, plainTitle } from './column-meanings.ts';
import { dateValue, endValue } from './date-value.ts';
import { haveNames, type ListMeaning } from './list-meanings.ts';
import { bodiesIn, officesIn } from './public-offices.ts';
import {
  asText,
  type Column,
  dated,
  fields,
  first,
  isAlwaysGiven,
  isEndUnread,
  type Rule,
  suits,
} from './suggested-rule.ts';

type Columns = readonly Column[];
type Table = Readonly<Record<string, string>>;

function period(columns: Columns): Record<string, MappedValue> {
  const start = dated(columns, 'start');
  const end = dated(columns, 'end');
  return {
    ...(start !== undefined && { startDate: dateValue(start) }),
    ...(end !== undefined && { endDate: endValue(end) }),
  };
}

/** What is left out is said to be: a degree without a field is no field without a degree. */
function ifGiven({ path }: Column) {
  return [path, { constant: '-', unless: path }];
}

interface KnownBy {
  readonly needed: Columns;
  readonly also?: readonly (Column | undefined)[];
  /** Where several begin on one day, these tell them apart too. */
  readonly more?: readonly Meaning[];
}

/** Known by what it is and when it began; without a beginning two of the same could not be told apart. */
function keyFor(columns: Columns, { needed, also = [], more = [] }: KnownBy): Pick<Rule, 'key'> {
  const start = dated(columns, 'start');
  if (start === undefined || !isAlwaysGiven(start, columns)) return {};
  const optional = [...also, ...(start.repeats ? more.map((meaning) => first(columns, meaning)) : [])];
  const parts = optional.flatMap((column) => (column === undefined ? [] : ifGiven(column)));
  const join = [...needed.map(({ path }) => path), ...parts, start.path];
  return { key: { join, with: '/', if: start.path } };
}

function lookedUp(column: Column, table: Table | null) {
  if (table === null) return asText(column);
  const { path } = column;
  return {
    path,
    then: [
      ...(column.kind === 'text' ? [] : [{ do: 'text' as const }]),
      { do: 'lookup' as const, table: { ...table }, otherwise: 'keep' as const },
    ],
  };
}

/** The website of an employer is no page of the person. */
function employersPage(columns: Columns): Record<string, MappedValue> {
  const page = first(columns, 'website');
  return page !== undefined && suits(page, 'page') ? { url: page.path } : {};
}

const OF_JOBS: readonly (ListMeaning | null | 'row')[] = ['work', 'office', 'roles'];

export function employment(columns: Columns, about: ListMeaning | null | 'row'): Rule[] {
  const isRow = about === 'row';
  const company = first(columns, 'company', ...(about === 'work' ? (['whole'] as const) : []));
  const position = first(columns, 'position', ...(OF_JOBS.includes(about) ? (['title'] as const) : []));
  if (company === undefined || position === undefined || isEndUnread(columns)) return [];
  const data = {
    company: asText(company),
    position: asText(position),
    ...fields(columns, { department: 'department', location: 'workplace' }),
    ...period(columns),
    ...(isRow ? {} : employersPage(columns)),
  };
  const key = isRow
    ? {}
    : keyFor(columns, { needed: [company, position], more: ['department', 'workplace'] });
  return [{ type: 'Employment', fact: 'employment', ...key, needs: [company.path, position.path], data }];
}

/** Of an office the kind says both what its holder is called and where they sit. */
function term(columns: Columns): Rule[] {
  const office = first(columns, 'position', 'title', 'kind');
  const offices = office === undefined ? null : officesIn(office.samples);
  if (office === undefined || offices === null) return [];
  const region = first(columns, 'region');
  const title = lookedUp(office, offices.titles);
  const position = region === undefined ? title : { join: [title, region.path], with: ', ', then: [] };
  const body = first(columns, 'body');
  const data = {
    company: body === undefined ? lookedUp(office, offices.bodies) : lookedUp(body, bodiesIn(body.samples)),
    position,
    type: { constant: 'Elected' },
    ...fields(columns, { location: 'workplace' }),
    ...period(columns),
  } satisfies Rule['data'];
  const needs = [office.path, ...(body === undefined ? [] : [body.path])];
  const key = keyFor(columns, { needed: [office], more: ['body', 'region', 'workplace'] });
  return [{ type: 'Employment', fact: 'term', ...key, needs, data }];
}

function affiliation(columns: Columns, about: ListMeaning): Rule[] {
  const ownName = about === 'membership' ? first(columns, 'whole') : undefined;
  const organization = first(columns, 'company', 'body') ?? ownName ?? first(columns, 'party');
  if (organization === undefined) return [];
  const role = first(columns, 'position', 'title');
  const data = {
    organization: lookedUp(organization, bodiesIn(organization.samples)),
    ...(role !== undefined && { role: asText(role) }),
    ...period(columns),
  } satisfies Rule['data'];
  const key = keyFor(columns, { needed: [organization], also: [role] });
  return [{ type: 'Affiliation', fact: 'membership', ...key, needs: [organization.path], data }];
}

function education(columns: Columns): Rule[] {
  const institution = first(columns, 'school', 'company', 'whole');
  if (institution === undefined) return [];
  const data = {
    institution: asText(institution),
    ...fields(columns, { degree: 'degree', field: 'field' }),
    ...period(columns),
  };
  const key = keyFor(columns, {
    needed: [institution],
    also: [first(columns, 'degree'), first(columns, 'field')],
  });
  return [{ type: 'Education', fact: 'education', ...key, needs: [institution.path], data }];
}

function isEmployer({ path }: Column): boolean {
  return /^(?:company|employer|firm|firma)\b/.test(plainTitle(path));
}

/** In such a list, whoever has a name has the job too. */
const MAY_BE_OTHERS: readonly (ListMeaning | null)[] = [null, 'contacts', 'places'];

/** Of a company that employs its members they are employments. */
function memberOf(columns: Columns, about: 'membership' | 'roles'): Rule[] {
  const company = first(columns, 'company');
  const jobs = company !== undefined && isEmployer(company) ? employment(columns, about) : [];
  return jobs.length > 0 ? jobs : affiliation(columns, about);
}

function officeHeld(columns: Columns): Rule[] {
  const held = [...employment(columns, 'office'), ...term(columns), ...affiliation(columns, 'office')];
  return held.slice(0, 1);
}

/** What the entries of a list say that the person did for a time. */
export function periodsOf(columns: Columns, about: ListMeaning | null): Rule[] {
  if (isEndUnread(columns)) return [];
  if (about === 'education') return education(columns);
  if (about === 'membership' || about === 'roles') return memberOf(columns, about);
  if (MAY_BE_OTHERS.includes(about) && haveNames(columns)) return [];
  return about === 'office' ? officeHeld(columns) : employment(columns, about);
}
