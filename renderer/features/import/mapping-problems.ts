import {
  DATE_FORM,
  type ImportMapping,
  importMappingSchema,
  type MappedValue,
  type MappingStep,
} from '../../../domain/contract/import-mapping.ts';
import { plainWords } from '../../../domain/contract/forms.ts';
import { humanize } from '../../ui/format/labels.ts';
import { typeTitle } from '../../words/type-title.ts';
import { fieldOf, mappableFields } from './component-fields.ts';
import { type Place, type PlacedValue, placeName, valuesIn } from './mapping-edit.ts';

/** What stands in the way of an import, where, and what to do about it. */
export interface Problem {
  readonly at: string;
  readonly where: string;
  readonly message: string;
}

function stepProblem(step: MappingStep): string | null {
  if (step.do === 'date' && !DATE_FORM.test(step.format))
    return 'Write the form of the date like DD.MM.YYYY: four Y, and M and D once or twice';
  if ((step.do === 'split' || step.do === 'part') && step.by === '')
    return 'Say at which characters to take it apart';
  return null;
}

const NOTHING = 'Choose a column or give a fixed value';

/** Null where the value can stand. */
export function valueProblem(value: MappedValue): string | null {
  if (typeof value === 'string') return value === '' ? NOTHING : null;
  if ('constant' in value) return value.constant === '' ? 'Give the fixed value' : null;
  if ('path' in value && value.path === '') return NOTHING;
  return value.then.map(stepProblem).find((problem) => problem !== null) ?? null;
}

const ownWords: Readonly<Record<string, string>> = {
  name: 'Name of the mapping',
  source: 'Name of the source',
  sourceSystem: 'System of the source',
  key: 'Source key',
  'person/birthDate': 'Date of birth',
  'person/location': 'Location',
};

function ruleWhere(mapping: ImportMapping, [, index, part, field]: Place): string {
  const rule = mapping.components[Number(index)];
  if (rule === undefined) return 'Components';
  const title = `${typeTitle(rule.type)} “${rule.fact}”`;
  if (part === 'data' && field !== undefined)
    return `${title}, ${fieldOf(rule.type, String(field)).label.toLowerCase()}`;
  if (part === 'custom' && field !== undefined) return `${title}, ${field}`;
  const words: Readonly<Record<string, string>> = {
    fact: 'name',
    key: 'known by',
    each: 'list',
    needs: 'condition',
  };
  return part === undefined ? title : `${title}, ${words[part] ?? part}`;
}

/** Where in the form a place is, in its words. */
export function whereWords(mapping: ImportMapping, place: Place): string {
  if (place[0] === 'components') return ruleWhere(mapping, place);
  const own = ownWords[placeName(place.slice(0, 2))] ?? ownWords[String(place[0])];
  if (own !== undefined) return own;
  if (place[1] === 'name') return humanize(String(place[2] ?? 'name'));
  if (place[1] === 'identities') return `Identity ${String(place[2])}`;
  return place[1] === 'metadata' ? `Metadata ${String(place[2])}` : 'Mapping';
}

function valueProblems(mapping: ImportMapping): readonly Problem[] {
  return valuesIn(mapping).flatMap(({ place, value }) => {
    const message = valueProblem(value);
    return message === null ? [] : [{ at: placeName(place), where: whereWords(mapping, place), message }];
  });
}

function neededFields(mapping: ImportMapping): readonly Problem[] {
  return mapping.components.flatMap((rule, index) =>
    mappableFields(rule.type)
      .filter(({ name, required }) => required && rule.data[name] === undefined)
      .map(({ name }) => {
        const place = ['components', index, 'data', name];
        const where = whereWords(mapping, place);
        return { at: placeName(place), where, message: 'Is needed: choose a column or give a fixed value' };
      }),
  );
}

function nameProblem({ person: { name } }: ImportMapping): readonly Problem[] {
  const isMapped = Object.values(name).some(
    (part) => part !== undefined && (!Array.isArray(part) || part.length > 0),
  );
  const message = 'Choose where the name is: on one line, or given and family names';
  return isMapped ? [] : [{ at: 'person/name', where: 'Name', message }];
}

/** What is wrong deep inside a value is told at the value: there is its input. */
function inputPlace(place: Place, values: readonly PlacedValue[]): Place {
  const name = placeName(place);
  return values.find((value) => name.startsWith(`${placeName(value.place)}/`))?.place ?? place;
}

function schemaProblems(mapping: ImportMapping): readonly Problem[] {
  const parsed = importMappingSchema.safeParse(mapping, { error: plainWords });
  if (parsed.success) return [];
  const values = valuesIn(mapping);
  return parsed.error.issues.map(({ path, message, code }) => {
    const place = inputPlace(
      path.map((key) => (typeof key === 'number' ? key : String(key))),
      values,
    );
    const words = code === 'invalid_union' ? 'Cannot stand as it is: look at it as JSON' : message;
    return { at: placeName(place), where: whereWords(mapping, place), message: words };
  });
}

const known = new WeakMap<ImportMapping, readonly Problem[]>();

/** All that stands in the way; the first of each place counts. Asked by several for the same mapping. */
export function problemsOf(mapping: ImportMapping): readonly Problem[] {
  const problems = known.get(mapping) ?? problemsIn(mapping);
  known.set(mapping, problems);
  return problems;
}

function problemsIn(mapping: ImportMapping): readonly Problem[] {
  const all = [
    ...valueProblems(mapping),
    ...nameProblem(mapping),
    ...neededFields(mapping),
    ...schemaProblems(mapping),
  ];
  const first = new Map<string, Problem>();
  for (const problem of all) if (!first.has(problem.at)) first.set(problem.at, problem);
  return [...first.values()];
}
