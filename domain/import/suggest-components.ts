import { type Meaning, meaningOf } from './column-meanings.ts';
import { listMeaning } from './list-meanings.ts';
import { address } from './suggest-address.ts';
import { accounts, contact, faxLast } from './suggest-contacts.ts';
import { type FoundList, keyed, ofEntries } from './suggest-lists.ts';
import { employment } from './suggest-periods.ts';
import { asText, type Column, named, type Rule } from './suggested-rule.ts';
import type { FoundPath } from '../contract/import.ts';

function labelled(name: string, column: Column): Rule {
  const data = { name: { constant: name }, value: asText(column) };
  return { type: 'CustomAttribute', fact: column.path, data };
}

function tags({ path, samples, kind }: Column): Rule {
  const by = samples.some((sample) => sample.includes(';')) ? ';' : ',';
  const each = kind === 'list' ? path : { path, then: [{ do: 'split' as const, by }] };
  return {
    type: 'Tag',
    fact: path,
    each,
    key: { path: '.', then: [{ do: 'lower' }] },
    data: { name: { path: '.', then: [{ do: 'text' }] } },
  };
}

const BY_MEANING: Partial<Record<Meaning, (column: Column) => Rule>> = {
  tags,
  gender: (column) => labelled('Gender', column),
  notes: (column) => labelled('Notes', column),
};

function ofColumn(column: Column): Rule[] {
  const rule = column.meaning === null ? undefined : BY_MEANING[column.meaning];
  return rule === undefined ? contact(column) : [rule(column)];
}

type Entry = FoundList['entries'][number];

/** The list says what its entries are. */
function ofValues({ path, kind, meaning, ...list }: FoundList, only: Entry): Rule[] {
  if (meaning === 'tags') return [tags({ ...list, path, kind, meaning, samples: only.samples })];
  const about = listMeaning(path, []);
  if (about === 'others' || about === 'unclear') return [];
  const { samples } = only;
  const column = { ...only, path: '.', meaning: meaningOf({ path, samples, kind: only.kind }) };
  return ofColumn(column)
    .filter(({ each }) => each === undefined)
    .map((rule) => keyed({ ...rule, fact: path, each: path }));
}

function ofList(list: FoundList): Rule[] {
  const [only] = list.entries;
  if (only === undefined) return [];
  return only.path === '.' ? ofValues(list, only) : ofEntries(list);
}

type Found = FoundPath & { readonly meaning: Meaning | null };

function isList(found: Found): found is Found & FoundList {
  return found.entries !== null;
}

/** Rules for what is understood; each is named after the column or list that it is about. */
export function suggestComponents(paths: readonly Found[]): Rule[] {
  const columns = paths.filter((found) => !isList(found));
  return named([
    ...columns.toSorted(faxLast).flatMap(ofColumn),
    ...accounts(columns),
    ...address(columns),
    ...employment(columns, 'row'),
    ...paths.filter(isList).flatMap(ofList),
  ]).slice(0, 200);
}
