import type { JsonObject } from '../../../../domain/contract/forms.ts';
import { humanize } from '../../../ui/format/labels.ts';
import { patchLines } from '../../../words/patch-words.ts';
import type { WordLine } from '../../../words/word-line.ts';
import { fieldsOfType } from '../forms/component-values.ts';
import { sparsePatch } from '../forms/sparse-patch.ts';
import type { Component } from '../person-model.ts';

/** A field of which a part says something else than one like it on the other record. */
export interface DetailDifference {
  readonly label: string;
  /** `after` is what stands here, `before` what stands on the other. */
  readonly lines: readonly WordLine[];
  /** What gives the other the same; null where there is nothing to give, or the console keeps the field itself. */
  readonly changes: JsonObject | null;
}

export function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

const foldedJson = (value: unknown): string => folded(JSON.stringify(value ?? null));

/** What makes `theirs` say the same as `mine`, field by field: those first that have a place in the form. */
function differing(
  mine: JsonObject,
  theirs: JsonObject,
  order: readonly string[],
): readonly (readonly [name: string, patch: JsonObject])[] {
  const patch = sparsePatch(theirs, mine);
  const names = new Set([...order, ...Object.keys(patch).toSorted()]);
  return [...names]
    .filter((name) => name in patch && foldedJson(mine[name]) !== foldedJson(theirs[name]))
    .map((name) => [name, { [name]: patch[name] }]);
}

function dataDifferences(mine: Component, theirs: Component): readonly DetailDifference[] {
  const fields = fieldsOfType(mine.type);
  const order = fields.map(({ name }) => name);
  return differing(mine.data, theirs.data, order).map(([name, data]) => {
    const field = fields.find((candidate) => candidate.name === name);
    const isGiven = field?.derived === false && name in mine.data;
    return {
      label: field?.label ?? humanize(name),
      lines: patchLines(mine.type, { data }, theirs),
      changes: isGiven ? { data } : null,
    };
  });
}

function missing(tags: readonly string[], others: readonly string[]): readonly string[] {
  const there = new Set(others.map(folded));
  return tags.filter((tag) => !there.has(folded(tag)));
}

/** The other keeps the tags that it has. */
function tagDifferences(mine: Component, theirs: Component): readonly DetailDifference[] {
  const lacking = missing(mine.tags, theirs.tags);
  if (lacking.length === 0 && missing(theirs.tags, mine.tags).length === 0) return [];
  return [
    {
      label: 'Tags',
      lines: patchLines(mine.type, { tags: mine.tags }, theirs),
      changes: lacking.length === 0 ? null : { tags: [...theirs.tags, ...lacking] },
    },
  ];
}

function customDifferences(mine: Component, theirs: Component): readonly DetailDifference[] {
  return differing(mine.custom, theirs.custom, []).map(([name, custom]) => ({
    label: humanize(name),
    lines: patchLines(mine.type, { custom }, theirs),
    changes: name in mine.custom ? { custom } : null,
  }));
}

/** Where two parts of a type say the same under their headline, all that they say differently, whatever its case. */
export function detailDifferences(mine: Component, theirs: Component): readonly DetailDifference[] {
  return [
    ...dataDifferences(mine, theirs),
    ...tagDifferences(mine, theirs),
    ...customDifferences(mine, theirs),
  ];
}
