import { describe, expect, it } from 'vitest';
import {
  addComponent,
  addEmail,
  commandIdOf,
  createPerson,
  numberOf,
  personIdOf,
  submission,
} from '../../../testing/submissions.ts';
import { allPages, type TestConsole } from '../../../testing/test-console.ts';
import { sharedConsole } from '../../../testing/shared-console.ts';

const skill = (number: number, name: string) =>
  addComponent(number, 'Skill', { name, category: 'X', proficiency: 'Expert' });

async function fill(console: TestConsole): Promise<void> {
  await console.submitAll([
    createPerson(1),
    createPerson(2),
    skill(1, 'Zoology'),
    skill(1, 'algebra'),
    skill(2, 'Algebra'),
    skill(2, 'Émigré studies'),
    addEmail(1, 'ada@example.com', { commandId: commandIdOf(1) }),
    addEmail(2, 'grace@example.com', { commandId: commandIdOf(2) }),
  ]);
  await console.submitAll([
    submission('RemoveEmail', { personId: personIdOf(2), componentId: commandIdOf(2) }),
    submission('UpdateComponent', {
      personId: personIdOf(1),
      componentId: commandIdOf(1),
      changes: { primary: true },
    }),
  ]);
}

const console = sharedConsole(fill);

describe('components of one type', () => {
  it('are listed over all persons, by value', async () => {
    const { rows, next } = await console().ask('persons.components', { componentType: 'Skill' });
    const seen = rows.map(({ personId, label }) => [numberOf(personId), label.split(' ·')[0]]);
    expect(seen.map(([number, label]) => `${number} ${label}`.toLowerCase())).toEqual([
      expect.stringContaining('1 algebra'),
      expect.stringContaining('2 algebra'),
      expect.stringContaining('2 émigré'),
      expect.stringContaining('1 zoology'),
    ]);
    expect(next).toBeNull();
  });

  it('come page by page, each once, where values are equal as well', async () => {
    const { rows, sizes } = await allPages((after) =>
      console().ask('persons.components', {
        componentType: 'Skill',
        limit: 1,
        ...(after === undefined ? {} : { after }),
      }),
    );
    expect(sizes).toEqual([1, 1, 1, 1]);
    expect(new Set(rows.map(({ componentId }) => componentId)).size).toBe(4);
  });

  it('say which is the primary one; what was removed is gone', async () => {
    expect((await console().ask('persons.components', { componentType: 'EmailAddress' })).rows).toEqual([
      {
        personId: personIdOf(1),
        componentId: commandIdOf(1),
        componentType: 'EmailAddress',
        label: expect.stringContaining('ada@example.com') as string,
        primary: true,
      },
    ]);
  });

  it('of a type that nobody has are none', async () => {
    expect(await console().ask('persons.components', { componentType: 'Unheard' })).toEqual({
      rows: [],
      next: null,
    });
  });

  it('are counted by type, where that is asked for', async () => {
    const { components } = await console().ask('persons.counts', { components: true });
    expect(components).toEqual({ EmailAddress: 1, Skill: 4 });
  });

  it('refuse a page mark of another list', async () => {
    const { next } = await console().ask('persons.list', { limit: 1 });
    await expect(
      console().ask('persons.components', { componentType: 'Skill', after: next ?? '' }),
    ).rejects.toMatchObject({ error: { code: 'cursor-invalid' } });
  });
});
