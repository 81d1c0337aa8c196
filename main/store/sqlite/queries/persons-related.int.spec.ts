import { describe, expect, it } from 'vitest';
import type { ProcedureInput } from '../../../../domain/contract/procedures.ts';
import { sharedConsole } from '../../../testing/shared-console.ts';
import {
  addComponent,
  commandIdOf,
  createPerson,
  numberOf,
  personIdOf,
  submission,
} from '../../../testing/submissions.ts';
import { allPages, type TestConsole } from '../../../testing/test-console.ts';

const names = (from: number, to: number, relationshipType: string, componentId?: string) =>
  addComponent(
    from,
    'Relationship',
    { otherPersonId: personIdOf(to), relationshipType },
    componentId === undefined ? {} : { componentId },
  );

async function fill(console: TestConsole): Promise<void> {
  await console.submitAll([
    createPerson(1, 'Maria Santos'),
    createPerson(2, 'Wei Zhang'),
    createPerson(3, 'Ingrid Solberg'),
    names(1, 3, 'Manager'),
    names(2, 3, 'Mentor', commandIdOf(1)),
    names(2, 3, 'Colleague'),
    names(3, 1, 'Report', commandIdOf(2)),
    addComponent(1, 'OrganizationRelationship', { organization: 'Royal Society', relation: 'Advisor' }),
    addComponent(2, 'OrganizationRelationship', { organization: 'ROYAL  society', relation: 'Member' }),
    addComponent(2, 'LocationRelationship', { location: 'Zürich', relation: 'Residence' }),
  ]);
}

const console = sharedConsole(fill);

type To = ProcedureInput<'persons.relatedTo'>['to'];

async function related(to: To): Promise<readonly string[]> {
  const { rows } = await console().ask('persons.relatedTo', { to });
  return rows.map(({ personId, label }) => `${numberOf(personId)} ${label}`).toSorted();
}

const person = (number: number): To => ({ kind: 'person', personId: personIdOf(number) });

describe('who relates to a person', () => {
  it('is everybody who recorded it, with the words of their component', async () => {
    expect(await related(person(3))).toEqual(['1 Manager', '2 Colleague', '2 Mentor']);
    expect(await related(person(2))).toEqual([]);
    const { rows } = await console().ask('persons.relatedTo', { to: person(1) });
    expect(rows).toEqual([
      {
        personId: personIdOf(3),
        displayName: 'Ingrid Solberg',
        status: 'active',
        componentId: commandIdOf(2),
        componentType: 'Relationship',
        label: 'Report',
      },
    ]);
  });

  it('comes page by page, each once', async () => {
    const { rows, sizes } = await allPages((after) =>
      console().ask('persons.relatedTo', {
        to: person(3),
        limit: 1,
        ...(after === undefined ? {} : { after }),
      }),
    );
    expect(sizes).toEqual([1, 1, 1]);
    expect(new Set(rows.map(({ componentId }) => componentId)).size).toBe(3);
  });

  it('follows what is changed and removed', async () => {
    await console().submitAll([
      submission('UpdateComponent', {
        personId: personIdOf(2),
        componentId: commandIdOf(1),
        changes: { data: { otherPersonId: personIdOf(1) } },
      }),
      submission('RemoveComponent', { personId: personIdOf(3), componentId: commandIdOf(2) }),
    ]);
    expect(await related(person(3))).toEqual(['1 Manager', '2 Colleague']);
    expect(await related(person(1))).toEqual(['2 Mentor']);
  });

  it('refuses a page mark of another list', async () => {
    const { next } = await console().ask('persons.list', { limit: 1 });
    await expect(
      console().ask('persons.relatedTo', { to: person(3), after: next ?? '' }),
    ).rejects.toMatchObject({ error: { code: 'cursor-invalid' } });
  });
});

describe('who relates to an organisation or a place', () => {
  it('is found however the name is written', async () => {
    expect(await related({ kind: 'organization', name: 'royal society' })).toEqual([
      '1 Advisor, Royal Society',
      '2 Member, ROYAL society',
    ]);
    expect(await related({ kind: 'location', name: 'Zurich' })).toEqual(['2 Residence, Zürich']);
    expect(await related({ kind: 'organization', name: 'Zurich' })).toEqual([]);
  });
});
