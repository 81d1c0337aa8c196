import { beforeEach, expect, it } from 'vitest';
import { useSavedFilters } from './saved-filters.ts';

const names = (): readonly string[] => useSavedFilters.getState().filters.map(({ name }) => name);
const save = (name: string, search: object = {}): void =>
  useSavedFilters.getState().save({ name, search: { ...search }, hiddenColumns: [] });
const idOf = (name: string): string =>
  useSavedFilters.getState().filters.find((filter) => filter.name === name)?.id ?? '';

beforeEach(() => useSavedFilters.setState({ filters: [], panel: null }));

it('filters stand by name, and one of the same name takes the place of the other', () => {
  save('On leave');
  save('Harbour', { employer: 'harbour' });
  save('on LEAVE ', { status: 'suspended' });
  expect(names()).toEqual(['Harbour', 'on LEAVE ']);
  expect(useSavedFilters.getState().filters[1]?.search).toEqual({ status: 'suspended' });
});

it('a filter is renamed, but not to a name that another one has', () => {
  save('A');
  save('B');
  expect(useSavedFilters.getState().rename(idOf('A'), ' b')).toBe(false);
  expect(useSavedFilters.getState().rename(idOf('A'), ' C ')).toBe(true);
  expect(useSavedFilters.getState().rename(idOf('B'), 'b')).toBe(true);
  expect(names()).toEqual(['b', 'C']);
});

it('a filter is deleted, or all of them', () => {
  save('A');
  save('B');
  save('C');
  useSavedFilters.getState().remove(idOf('A'));
  expect(names()).toEqual(['B', 'C']);
  useSavedFilters.getState().removeAll();
  expect(names()).toEqual([]);
});
