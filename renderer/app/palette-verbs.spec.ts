import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ViewStatus } from '../../domain/contract/views.ts';
import type { JobActions } from '../features/maintenance/use-job-actions.ts';
import { selectionActions } from '../features/persons/selection-actions.ts';
import { matching } from './palette-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { personWayEntries, selectionEntries, workEntries } from './palette-verbs.ts';

beforeEach(() => vi.clearAllMocks());

const titlesFor = (entries: readonly PaletteEntry[], text: string) =>
  matching(entries, text).map(({ title }) => title);

describe('who is selected, in the palette', () => {
  const orders = { order: vi.fn(), save: vi.fn(), compare: vi.fn() };
  const entries = selectionEntries(selectionActions(1200, 6, orders));

  it.each([
    ['deact', ['Deactivate the 1,200 selected…']],
    ['tag', ['Add a tag to the 1,200 selected…', 'Remove a tag from the 1,200 selected…']],
    ['arch', ['Archive the 1,200 selected…']],
    ['export csv', ['Export the 1,200 selected: CSV, 6 columns shown…']],
  ])('is found by %s', (text, titles) => {
    expect(titlesFor(entries, text)).toEqual(titles);
  });

  it('is compared where they are two', () => {
    expect(titlesFor(entries, 'compare')).toEqual([]);
    const two = matching(selectionEntries(selectionActions(2, 6, orders)), 'compare');
    expect(two.map(({ title }) => title)).toEqual(['Compare the 2 selected']);
    two[0]?.run();
    expect(orders.compare).toHaveBeenCalledOnce();
  });

  it('is changed and exported as by the buttons over the list', () => {
    for (const entry of [...matching(entries, 'tag'), ...matching(entries, 'export json')]) entry.run();
    expect(orders.order.mock.calls).toEqual([['add-tag'], ['remove-tag']]);
    expect(orders.save.mock.calls).toEqual([['json'], ['jsonl']]);
  });
});

it('whom a person may be the same as is compared from the palette', () => {
  const compare = vi.fn();
  const others = [{ personId: 'b', displayName: 'Bea Kern' }];
  const entries = personWayEntries({ displayName: 'Ada Lovelace' }, { ways: [], others, compare });
  matching(entries, 'duplicate')[0]?.run();
  expect(compare).toHaveBeenCalledWith('b');
  expect(entries.map(({ group }) => group)).toEqual(['Ada Lovelace']);
});

describe('work in the palette', () => {
  const jobs = { start: vi.fn(), save: vi.fn() };
  const choose = vi.fn();
  const restore = vi.fn();
  const view = (id: string, rebuild: unknown = null) =>
    ({ view: id, title: `The ${id}`, rebuild }) as ViewStatus;
  const views = [view('list'), view('search', { share: 0.5 })];
  const entries = workEntries({ jobs: jobs as unknown as JobActions, views, choose, restore });

  it.each([
    ['check', { kind: 'verify' }],
    ['verify', { kind: 'verify' }],
    ['rebuild', { kind: 'rebuild', view: 'list' }],
  ])('is started where it is found by %s', (text, order) => {
    const found = matching(entries, text);
    expect(found).toHaveLength(1);
    found[0]?.run();
    expect(jobs.start).toHaveBeenCalledWith(order);
  });

  it.each([
    ['backup', { kind: 'backup' }],
    ['back up', { kind: 'backup' }],
    ['export log', { kind: 'export' }],
  ])('asks for a file where it is found by %s', (text, order) => {
    matching(entries, text)[0]?.run();
    expect(jobs.save).toHaveBeenCalledWith(order);
  });

  it('begins an import', () => {
    matching(entries, 'choose file')[0]?.run();
    expect(choose).toHaveBeenCalledOnce();
    matching(entries, 'restore')[0]?.run();
    expect(restore).toHaveBeenCalledOnce();
  });
});
