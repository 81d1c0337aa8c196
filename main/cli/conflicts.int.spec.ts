import { describe, expect, it } from 'vitest';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import type { Submission } from '../../domain/contract/commands.ts';
import { startNatsServer } from '../sync/testing/nats-server.ts';
import { createPerson, nameParts, personIdOf, rename } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { EXIT } from './output.ts';
import { type CliRun, runInProcess } from './testing/cli-in-process.ts';

const UNKNOWN = '0198c0de-0000-7000-8000-00000000abcd';

interface Row {
  readonly conflictId: string;
  readonly personId: string;
  readonly state: string;
}

async function batch(folder: string, commands: readonly Submission[]): Promise<void> {
  const input = commands.map((command) => `${JSON.stringify(command)}\n`).join('');
  expect((await runInProcess(['batch', '--data', folder], input)).code).toBe(EXIT.done);
}

function errorOf({ json }: CliRun): ConsoleError | undefined {
  return (json.at(-1) as { readonly error?: ConsoleError }).error;
}

async function nameOf(folder: string, number: number): Promise<unknown> {
  const input = JSON.stringify({ personId: personIdOf(number) });
  const { json } = await runInProcess(['query', 'persons.get', '--data', folder], input);
  return (json[0] as { readonly displayName: string }).displayName;
}

/** A folder in which as many names met what another folder had made of them: `Byron` here, `King` there. */
async function inConflict(count: number) {
  const { url } = await startNatsServer();
  const [theirs, folder] = [tempFolder(), tempFolder()];
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const sync = async (each: string): Promise<CliRun> =>
    runInProcess(['link', 'sync', '--data', each, '--nats', url, '--begin']);
  await batch(
    theirs,
    numbers.map((number) => createPerson(number, 'Ada Lovelace')),
  );
  await sync(theirs);
  await sync(folder);
  await batch(
    theirs,
    numbers.map((number) => rename(number, 'Ada King')),
  );
  await batch(
    folder,
    numbers.map((number) => rename(number, 'Ada Byron')),
  );
  await sync(theirs);
  const met = await sync(folder);
  const run = (argv: readonly string[], input = ''): Promise<CliRun> =>
    runInProcess(['conflicts', ...argv, '--data', folder], input);
  const rows = (await run(['list'])).json as Row[];
  return { folder, met, run, rows, ids: rows.map(({ conflictId }) => conflictId) };
}

describe('conflicts on the command line', () => {
  it('are counted by sync, listed a line each, and shown field by field', async () => {
    const { met, run, rows, ids } = await inConflict(2);
    expect(met).toMatchObject({ code: EXIT.done, json: [{ conflicts: 2, rebased: 0 }] });
    expect(met.words).toContain('2 conflicts');
    expect(rows).toHaveLength(2);
    expect((await run(['list'])).words).toBe('2 conflicts to be decided\n');
    const shown = await run(['show', ...ids]);
    expect(shown).toMatchObject({ code: EXIT.done, words: '' });
    expect(shown.json).toMatchObject(
      ids.map((conflictId) => ({
        conflictId,
        fields: [{ path: 'name', theirs: nameParts('Ada King'), mine: nameParts('Ada Byron') }],
      })),
    );
  });

  it('are none where nothing met anything', async () => {
    const folder = tempFolder();
    await batch(folder, [createPerson(1)]);
    const run = await runInProcess(['conflicts', 'list', '--data', folder]);
    expect(run).toMatchObject({ code: EXIT.done, json: [], words: '0 conflicts to be decided\n' });
  });

  it('are all applied by one call, an outcome each; who decides later is told in words that it is decided', async () => {
    const { folder, run, ids } = await inConflict(3);
    const applied = await run(['apply', ...ids]);
    expect(applied).toMatchObject({ code: EXIT.done, words: '' });
    expect(applied.json).toMatchObject(ids.map(() => ({ status: 'accepted' })));
    expect(await Promise.all([1, 2, 3].map((number) => nameOf(folder, number)))).toEqual(
      ids.map(() => 'Ada Byron'),
    );
    expect((await run(['list'])).words).toBe('0 conflicts to be decided\n');
    const late = await run(['drop', ...ids, '--reason', 'Too late']);
    expect(late).toMatchObject({ code: EXIT.refused, json: ids.map(() => ({ code: 'conflict-decided' })) });
    expect(late.words).toBe(
      'This conflict is decided already: the change was carried out again.\n'.repeat(ids.length),
    );
  });

  it('go on after one that is not there, which is told by the exit code and in words', async () => {
    const { folder, run, ids } = await inConflict(1);
    const applied = await run(['apply', UNKNOWN, ...ids]);
    expect(applied).toMatchObject({
      code: EXIT.refused,
      json: [{ error: { code: 'conflict-missing' } }, { status: 'accepted' }],
    });
    expect(applied.words).toBe(`There is no conflict ${UNKNOWN}. Check the id.\n`);
    expect(await nameOf(folder, 1)).toBe('Ada Byron');
  });

  it('take other data for one of them, and never for several: they would be about the same person', async () => {
    const { folder, run, ids, rows } = await inConflict(2);
    const edited = JSON.stringify({ personId: rows[0]?.personId, name: nameParts('Ada Noel') });
    const both = await run(['apply', ...ids], edited);
    expect([both.code, errorOf(both)?.code]).toEqual([EXIT.wrongUse, 'arguments-invalid']);
    expect(both.words).toContain('Apply them one by one');
    expect((await run(['list'])).json).toHaveLength(2);
    const one = await run(['apply', ids[0] ?? ''], edited);
    expect(one).toMatchObject({ code: EXIT.done, json: [{ status: 'accepted' }] });
    const names = await Promise.all([1, 2].map((number) => nameOf(folder, number)));
    expect(names.toSorted()).toEqual(['Ada King', 'Ada Noel']);
  });

  it.each(['42', '"Ada"', 'null', '[]', '[{}]'])(
    'refuse %s as data: it would carry the change out as it was',
    async (input) => {
      const { folder, run, ids } = await inConflict(1);
      const applied = await run(['apply', ...ids], input);
      expect([applied.code, errorOf(applied)?.code]).toEqual([EXIT.wrongUse, 'input-invalid']);
      expect(await nameOf(folder, 1)).toBe('Ada King');
    },
  );

  it('say in words why a change cannot be carried out, and stay to be decided', async () => {
    const { run, ids, rows } = await inConflict(1);
    const data = JSON.stringify({ personId: rows[0]?.personId, name: { givenNames: [], familyNames: [] } });
    const refused = await run(['apply', ...ids], data);
    expect(refused.code).toBe(EXIT.wrongUse);
    expect(refused.words).toContain(
      'Enter at least one given name or family name. Mend it and send it again.',
    );
    expect((await run(['list'])).json).toHaveLength(1);
  });

  it('are dropped with a reason that everybody can read, and taken up again', async () => {
    const { run, ids } = await inConflict(1);
    const silent = await run(['drop', ...ids]);
    expect([silent.code, silent.words]).toEqual([EXIT.wrongUse, 'Say why: --reason TEXT\n']);
    const dropped = await run(['drop', ...ids, '--reason', 'King is right']);
    expect(dropped).toMatchObject({ code: EXIT.done, json: [{ status: 'accepted' }] });
    expect((await run(['list'])).words).toBe('0 conflicts to be decided\n');
    expect((await run(['show', ...ids])).json).toMatchObject([{ state: 'dropped', reason: 'King is right' }]);
    expect(await run(['reopen', ...ids])).toMatchObject({ code: EXIT.done });
    expect((await run(['list'])).words).toBe('1 conflict to be decided\n');
  });

  it('that are decided are not carried out any more', async () => {
    const { folder, run, ids } = await inConflict(1);
    await run(['drop', ...ids, '--reason', 'King is right']);
    const dropped = await run(['apply', ...ids]);
    expect([dropped.code, errorOf(dropped)]).toMatchObject([EXIT.refused, { code: 'conflict-decided' }]);
    expect(dropped.words).toContain('Take it up again');
    expect(await nameOf(folder, 1)).toBe('Ada King');
    await run(['reopen', ...ids]);
    expect((await run(['apply', ...ids])).code).toBe(EXIT.done);
    await batch(folder, [rename(1, 'Ada Noel')]);
    // Asked again, as after an answer that was lost, it is the same command: carried out once.
    expect(await run(['apply', ...ids])).toMatchObject({ code: EXIT.done, json: [{ duplicate: true }] });
    const data = JSON.stringify({ personId: personIdOf(1), name: nameParts('Ada Milbanke') });
    const other = await run(['apply', ...ids], data);
    expect([other.code, errorOf(other)]).toMatchObject([EXIT.refused, { code: 'conflict-decided' }]);
    expect(await nameOf(folder, 1)).toBe('Ada Noel');
  });

  it.each([
    [['decide'], 'Use it like this: conflicts list|show|apply|drop|reopen'],
    [['constructor'], 'Use it like this: conflicts list|show|apply|drop|reopen'],
    [['show'], 'Say which conflicts'],
    [['apply'], 'Say which conflicts'],
    [['reopen'], 'Say which conflicts'],
    [['drop', '--reason', 'Theirs'], 'Say which conflicts'],
    [['list', UNKNOWN], 'conflicts show ID'],
    [['apply', UNKNOWN, '--reason', 'Mine'], 'conflicts apply has no use for --reason'],
  ])('used wrongly, as %j, say how they are used, before anything is opened', async (argv, words) => {
    const run = await runInProcess(['conflicts', ...argv, '--data', tempFolder()]);
    expect([run.code, errorOf(run)?.code]).toEqual([EXIT.wrongUse, 'arguments-invalid']);
    expect(run.words).toContain(words);
  });

  it('with an id that is none are wrong use', async () => {
    const folder = tempFolder();
    await batch(folder, [createPerson(1)]);
    const run = await runInProcess(['conflicts', 'show', 'nonsense', '--data', folder]);
    expect([run.code, errorOf(run)?.code]).toEqual([EXIT.wrongUse, 'input-invalid']);
  });
});
