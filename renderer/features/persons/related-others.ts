import type { RelatedRow } from '../../../domain/contract/views.ts';
import { countOf } from '../../ui/format/number.ts';
import type { Component } from './person-model.ts';

export interface SharedTarget {
  readonly kind: 'organization' | 'location';
  readonly name: string;
}

const targets: Readonly<Record<string, SharedTarget['kind']>> = {
  OrganizationRelationship: 'organization',
  LocationRelationship: 'location',
};

/** The organisation or place that a component relates to; null for all others. */
export function sharedTarget({ type, data }: Pick<Component, 'type' | 'data'>): SharedTarget | null {
  const kind = targets[type];
  const name = kind === undefined ? undefined : data[kind];
  return kind === undefined || typeof name !== 'string' || name === '' ? null : { kind, name };
}

const MOST_NAMED = 5;

/** The others, each once, and how many more there are than a line has room for. */
export function othersOf(
  rows: readonly RelatedRow[],
  personId: string,
): { readonly shown: readonly RelatedRow[]; readonly more: number } {
  const others = new Map(rows.filter((row) => row.personId !== personId).map((row) => [row.personId, row]));
  const all = [...others.values()];
  const shown = all.length > MOST_NAMED + 1 ? all.slice(0, MOST_NAMED) : all;
  return { shown, more: all.length - shown.length };
}

/** Those that a line has no room for. Where not all have been read, nobody knows how many they are. */
export function moreWords(more: number, isUnread: boolean): string {
  if (isUnread) return 'and more';
  return more === 0 ? '' : `and ${countOf(more, 'other')}`;
}
