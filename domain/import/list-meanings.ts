import { plainTitle } from './column-meanings.ts';
import { type Column, first } from './suggested-rule.ts';

/**
 * What the entries of a nested list may be. `others`: persons besides the one whom the row is about; `unclear`: what has
 * a company and a role as a job has them, and is none.
 */
export type ListMeaning =
  | 'others'
  | 'unclear'
  | 'education'
  | 'membership'
  | 'roles'
  | 'office'
  | 'work'
  | 'places'
  | 'contacts';

const LISTS: readonly (readonly [about: ListMeaning, names: RegExp])[] = [
  [
    'others',
    /^(?:family(?: members?)?|relatives?|relations?|relationships?|children|siblings|parents|spouses?|dependents|next of kin)$/,
  ],
  [
    'unclear',
    /^(?:\w+ )*(?:references|referees|awards?|honou?rs|prizes|projects|publications|patents|donations|donors|contributions|gifts|events)$/,
  ],
  ['education', /^(?:educations?|schools?|studies|degrees|universities|colleges)$/],
  ['membership', /^(?:\w+ )*(?:memberships?|affiliations?|committees|boards)$/],
  ['roles', /^(?:\w+ )*roles$/],
  ['office', /^(?:terms(?: (?:of|in) office)?|mandates|offices held|(?:public|elected|political) offices)$/],
  [
    'work',
    /^(?:work|jobs|employments?|employers|positions|(?:(?:work|job|employment) )?(?:experiences?|history)|career)$/,
  ],
  ['places', /^(?:\w+ )*(?:addresses|offices|locations|branches)$/],
  ['contacts', /^(?:contacts?(?: (?:info|data|points))?|web ?sites|home ?pages|urls|web ?pages)$/],
];

/** The names of what stands in each entry say that it is a person or a thing, which has a name of its own. */
export function haveNames(columns: readonly Column[]): boolean {
  return first(columns, 'whole', 'given', 'family') !== undefined;
}

/** By its own name, or by how its entries stand to the person. */
export function listMeaning(path: string, columns: readonly Column[]): ListMeaning | null {
  if (first(columns, 'relation') !== undefined) return 'others';
  const title = plainTitle(path);
  const last = plainTitle(path.split('.').at(-1) ?? path);
  const called = (text: string) => LISTS.find(([, names]) => names.test(text))?.[0];
  return called(title) ?? called(last) ?? null;
}
