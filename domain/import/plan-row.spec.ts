import { describe, expect, it } from 'vitest';
import { type ImportMappingInput, importMappingSchema } from '../contract/import-mapping.ts';
import type { PersonState } from '../person/index.ts';
import { uuidV5 } from '../kernel/derived-id.ts';
import { planRow, type RowPlan } from './plan-row.ts';
import { type DeriveId, readRow } from './wanted-person.ts';

const derive: DeriveId = (namespace, name) => uuidV5(name, namespace);
const UNKNOWN: PersonState = { exists: false };

const mapping = importMappingSchema.parse({
  language: 1,
  name: 'crm',
  source: 'crm',
  key: 'id',
  person: {
    name: { givenNames: ['first'], familyNames: ['last'] },
    birthDate: 'born',
    identities: { crm: 'id' },
    metadata: { note: 'note' },
  },
  components: [
    {
      type: 'EmailAddress',
      fact: 'email',
      data: { address: 'mail', type: 'kind' },
      custom: { from: 'from' },
      primary: true,
    },
    { type: 'GeneralPreferences', fact: 'preferences', data: { language: 'language' } },
  ],
} satisfies ImportMappingInput);

function plan(row: Record<string, unknown>, state: PersonState = UNKNOWN): RowPlan {
  const read = readRow(mapping, { id: '1', ...row }, derive);
  if (!read.ok) throw new Error(read.faults[0].message);
  return planRow(read.wanted, state, {
    source: mapping.source,
    sourceSystem: undefined,
    now: '2026-01-01T00:00:00.000Z',
    reference: () => undefined,
  });
}

const ada = { first: 'Ada', last: 'Lovelace', born: '1815-12-10', mail: 'ada@x.org', note: 'n' };

function known(row: Record<string, unknown> = ada): PersonState {
  const { after } = plan(row);
  if (after === null) throw new Error('nobody');
  return after;
}

const types = ({ commands }: RowPlan) => commands.map(({ type }) => type);

describe('a row about nobody who is known', () => {
  it('creates them, each command on the version that those before lead to', () => {
    const { isNew, commands, fault } = plan(ada);
    expect({ isNew, fault }).toEqual({ isNew: true, fault: null });
    expect(commands.map(({ type, expectedVersion }) => `${type} ${expectedVersion}`)).toEqual([
      'CreatePerson 0',
      'SetBirthDate 1',
      'LinkIdentity 2',
      'UpdateMetadata 3',
      'AddComponent 4',
    ]);
  });

  it('is refused as a whole where the domain refuses a part, naming the column', () => {
    expect(plan({ ...ada, mail: 'nonsense' })).toMatchObject({
      commands: [],
      fault: {
        code: 'component-invalid',
        field: 'mail',
        message: expect.stringMatching(/^mail “nonsense”: /) as string,
      },
    });
    expect(plan({ ...ada, first: '', last: '' }).fault).toMatchObject({ code: 'command-invalid' });
    expect(plan({ ...ada, mail: 'nonsense' }, known()).fault?.message).toMatch(/^mail “nonsense”: /);
    expect(plan({ ...ada, mail: 'x'.repeat(500) }).fault?.message).toMatch(/^mail “x{60}…”: /);
    expect(plan({ ...ada, born: '2999-01-01' }).fault).toMatchObject({
      code: 'date-in-future',
      field: 'born',
    });
  });
});

describe('a row that is wrong in several ways', () => {
  const messages = ({ faults }: RowPlan) => faults.map(({ message }) => message);

  it('says all of it, each with its column and what stands there in the file', () => {
    const { faults, fault, commands } = plan({
      first: 'A\u0007da',
      last: ' Love\u0007lace ',
      born: '2999-01-01',
      mail: 'Nonsense ',
      kind: 'odd',
    });
    expect(faults.map(({ code, field, value }) => [code, field, value])).toEqual([
      ['command-invalid', 'first', 'A\u0007da'],
      ['command-invalid', 'last', 'Love\u0007lace'],
      ['date-in-future', 'born', '2999-01-01'],
      ['component-invalid', 'mail', 'Nonsense'],
      ['component-invalid', 'kind', 'odd'],
    ]);
    expect([fault, commands]).toEqual([faults[0], []]);
  });

  it('says once what refuses every part of it', () => {
    const before = known();
    if (!before.exists) return;
    const lifecycle = { status: 'archived', reason: 'r', since: '2026-01-01T00:00:00.000Z' } as const;
    const other = { ...ada, last: 'King', mail: 'king@x.org', note: 'm' };
    expect(messages(plan(other, { ...before, lifecycle }))).toHaveLength(1);
  });

  it('says what the file has, not what steps of the mapping made of it', () => {
    const lowered = importMappingSchema.parse({
      ...mapping,
      person: { ...mapping.person, birthDate: 'born' },
      components: [
        {
          type: 'EmailAddress',
          fact: 'email',
          each: 'mails',
          data: { address: { path: 'at', then: [{ do: 'lower' }] } },
        },
      ],
    } satisfies ImportMappingInput);
    const row = { id: '1', first: 'Ada', mails: [{ at: 'ada@x.org' }, { at: 'NO Mail' }] };
    const read = readRow(lowered, row, derive);
    if (!read.ok) throw new Error(read.faults[0].message);
    const context = { source: 'crm', sourceSystem: undefined, now: '2026-01-01T00:00:00.000Z' };
    const { faults } = planRow(read.wanted, UNKNOWN, { ...context, reference: () => undefined });
    expect(faults).toMatchObject([{ field: 'mails.at', value: 'NO Mail' }]);
    expect(faults[0]?.message).toMatch(/^mails\.at “NO Mail”: /);
  });
});

describe('a row about somebody who is known', () => {
  it('who says all of it already needs nothing', () => {
    expect(plan(ada, known())).toMatchObject({ isNew: false, commands: [], changes: [], fault: null });
  });

  it('changes only what differs', () => {
    const { commands, changes } = plan(
      { ...ada, last: 'King', mail: 'ada@y.org', from: 'CRM', note: 'm' },
      known(),
    );
    expect(commands.map(({ type }) => type)).toEqual(['UpdateName', 'UpdateMetadata', 'UpdateComponent']);
    expect(changes.map(({ what, how, fields }) => [what, how, fields])).toEqual([
      ['name', 'changed', ['familyNames']],
      ['metadata.note', 'changed', []],
      ['EmailAddress', 'changed', ['address', 'custom.from']],
    ]);
  });

  it('clears nothing that the row leaves blank', () => {
    expect(types(plan({ first: '', last: '', mail: '', note: '' }, known()))).toEqual([]);
  });

  it('does not give back what the operator took from it: which one is primary', () => {
    const before = known();
    if (!before.exists) return;
    const components = before.components.map((component) => ({ ...component, primary: false }));
    expect(types(plan(ada, { ...before, components }))).toEqual([]);
  });

  it('changes the one component of a kind of which there is only one', () => {
    const before = known({ ...ada, language: 'en' });
    if (!before.exists) return;
    const components = before.components.map((component) => ({
      ...component,
      componentId: `${component.componentId.slice(0, -1)}0`,
    }));
    expect(types(plan({ ...ada, mail: '', language: 'de' }, { ...before, components }))).toEqual([
      'UpdateComponent',
    ]);
  });

  it('who is closed is unchanged or refused, but never an accident', () => {
    const before = known();
    if (!before.exists) return;
    const archived: PersonState = {
      ...before,
      lifecycle: { status: 'archived', reason: 'r', since: '2026-01-01T00:00:00.000Z' },
    };
    expect(plan(ada, archived)).toMatchObject({ commands: [], fault: null });
    expect(plan({ ...ada, last: 'King' }, archived).fault).toMatchObject({ code: 'person-archived' });
  });

  it('whose birth date is another is refused', () => {
    expect(plan({ ...ada, born: '1815-12-11' }, known()).fault?.code).toMatch(/birth-date/);
  });
});

it('a plan carried out leaves nothing to plan', () => {
  const before = known();
  const { after } = plan({ ...ada, last: 'King', mail: 'k@x.org', language: 'fr' }, before);
  expect(after).not.toBe(null);
  if (after !== null)
    expect(plan({ ...ada, last: 'King', mail: 'k@x.org', language: 'fr' }, after).commands).toEqual([]);
});
