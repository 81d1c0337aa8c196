import { Plus } from 'lucide-react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonDetail } from '../../domain/contract/views.ts';
import type { Lifecycle } from '../../domain/contract/forms.ts';
import { useLastList } from '../state/last-list.ts';
import { samplePerson } from '../testing/sample-persons.ts';
import { matching, paletteActions, personActionEntries, savedEntries } from './palette-entries.ts';

const tools = { navigate: vi.fn(), openForm: vi.fn(), change: vi.fn(), onOpen: vi.fn(), startTour: vi.fn() };
const actions = paletteActions(tools, { theme: 'dark', density: 'default', timeZone: 'local' });
beforeEach(() => vi.clearAllMocks());

describe('the palette', () => {
  it('offers everything to an empty text', () => {
    expect(matching(actions, '  ')).toEqual(actions);
  });

  it('finds entries in which every typed word begins a word', () => {
    expect(matching(actions, 'per cre').map(({ id }) => id)).toEqual(['create']);
    expect(matching(actions, 'erson')).toEqual([]);
  });

  it('has what is called so before what is known by that word as well', () => {
    expect(matching(actions, 'events').map(({ id }) => id)).toEqual(['log']);
    const known = { id: 'x', group: 'Do', icon: Plus, title: 'Do it', also: 'settings', run: vi.fn() };
    expect(matching([known, ...actions], 'settings').map(({ id }) => id)).toEqual(['settings', 'x']);
  });

  it('leads to a list as it was left', () => {
    useLastList.setState({ search: { status: 'active' } });
    for (const { id, run } of actions) if (id === 'persons' || id === 'settings') run();
    expect(tools.navigate.mock.calls).toEqual([
      [{ to: '/persons', search: { status: 'active' } }],
      [{ to: '/settings', search: {} }],
    ]);
  });

  it.each([
    ['theme light', { theme: 'light' }],
    ['density compact', { density: 'compact' }],
    ['times utc', { timeZone: 'utc' }],
  ])('switches the display: %s', (text, changes) => {
    const found = matching(actions, text);
    expect(found).toHaveLength(1);
    found[0]?.run();
    expect(tools.change).toHaveBeenCalledWith(changes);
  });

  it('says which way of display is in use', () => {
    const used = actions.filter(({ detail }) => detail === 'in use').map(({ title }) => title);
    expect(used).toEqual(['Theme: dark', 'Density: default', 'Times: local time']);
  });
});

describe('saved filters in the palette', () => {
  const saved = { id: 'f', name: 'On leave', search: { status: 'suspended' }, hiddenColumns: [] };
  const saving = { apply: vi.fn(), open: vi.fn() };

  it('are found by name', () => {
    const found = matching(savedEntries({ filters: [saved], ...saving }), 'lea');
    expect(found.map(({ title }) => title)).toEqual(['On leave']);
    found[0]?.run();
    expect(saving.apply).toHaveBeenCalledWith(saved);
  });

  it('are named, and renamed or deleted once there are some', () => {
    expect(savedEntries({ filters: [], ...saving }).map(({ id }) => id)).toEqual(['save-filters']);
    for (const entry of savedEntries({ filters: [saved], ...saving }).slice(1)) entry.run();
    expect(saving.open.mock.calls).toEqual([['save'], ['manage']]);
  });
});

describe('the palette on a person', () => {
  const entriesFor = (lifecycle: object) => {
    const person = { ...samplePerson(0), birthDate: null, lifecycle: lifecycle as Lifecycle };
    const detail = { personId: person.personId, displayName: 'Ada Lovelace', person } as unknown;
    return personActionEntries(detail as PersonDetail, tools.openForm);
  };
  const active = entriesFor({ status: 'active' });

  it.each([
    [
      'active',
      [
        'Add component',
        'Rename person',
        'Set date of birth',
        'Assign location',
        'Link identity',
        'Edit metadata',
        'Record consent',
        'Privacy preferences',
        'Communication preferences',
        'Record attribute',
        'Note a component to come',
        'Remove all of a type',
        'Deactivate person',
        'Merge into another record',
        'Record death',
        'Archive person',
      ],
    ],
    [
      'suspended',
      ['Set date of birth', 'Remove all of a type', 'Reactivate person', 'Record death', 'Archive person'],
    ],
    ['archived', []],
    ['merged', []],
  ])('who is %s offers what that state allows', (status, titles) => {
    expect(entriesFor({ status }).map(({ title }) => title)).toEqual(titles);
  });

  it('shows the keys that do the same', () => {
    const keys = active.flatMap(({ title, shortcut }) => (shortcut === undefined ? [] : [[title, shortcut]]));
    expect(keys).toEqual([
      ['Add component', 'A'],
      ['Rename person', 'R'],
      ['Assign location', 'M'],
    ]);
  });

  it('opens the form of that person, found by other words as well', () => {
    matching(active, 'edit name')[0]?.run();
    const person = samplePerson(0).personId;
    expect(tools.openForm).toHaveBeenCalledWith({ form: 'rename', person });
  });
});
