import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../domain/contract/bridge.ts';
import type { ConsoleError, ConsoleFailure } from '../../../domain/contract/errors.ts';
import { EXIT } from '../output.ts';
import { recordedOutput, verbContext } from '../testing/verb-context.ts';
import { importVerb } from './import.ts';

const COUNTS = { rows: 3, new: 1, changed: 0, unchanged: 0, duplicate: 1, refused: 1 };
const RESULT = { ...COUNTS, dryRun: false, file: 'people.csv' };
const DONE = { jobId: 'j1', state: 'done', error: null, result: RESULT };

type Answers = Readonly<Record<string, unknown>>;

/** Runs the verb on an engine that answers like this: an error is one with a `kind`. */
async function run(argv: readonly string[], answers: Answers) {
  const { output, json, words } = recordedOutput();
  const asked: string[] = [];
  const call = async (procedure: string, input: unknown): Promise<Reply> => {
    asked.push(procedure);
    const known = answers[procedure];
    const value: unknown =
      typeof known === 'function' ? (known as (input: unknown) => unknown)(input) : known;
    if (typeof value === 'object' && value !== null && 'kind' in value)
      return { ok: false, error: value as unknown as ConsoleError };
    return { ok: true, value };
  };
  const texts: string[] = [];
  const context = verbContext(
    ['import', ...argv],
    { kind: 'own', call, close: async () => undefined },
    { ...output, text: async (line) => void texts.push(line) },
  );
  const ended = await importVerb.run(context).then(
    (code) => ({ code, error: null }),
    (thrown: unknown) => ({ code: null, error: (thrown as ConsoleFailure).error }),
  );
  return { ...ended, json, words, texts, asked };
}

function inspection(more: object): Answers {
  return {
    'import.open': { fileId: 'f1' },
    'import.inspect': {
      reading: { format: 'csv', encoding: 'utf-8' },
      rows: { lookedAt: 200, estimated: 1, exact: true },
      warnings: [],
      paths: [{}],
      suggestion: { name: 'people' },
      leftOut: [],
      ...more,
    },
  };
}

describe('import --suggest', () => {
  it('says what the file holds, and prints a mapping that can be read', async () => {
    const { code, words, texts } = await run(['people.csv', '--suggest'], inspection({}));
    expect([code, words]).toEqual([EXIT.done, ['csv, utf-8, 1 row, 1 column or path']]);
    expect(texts).toEqual(['{\n  "name": "people"\n}']);
  });

  it('says what it leaves out, and why', async () => {
    const leftOut = [
      { path: 'mail', entry: null, why: 'No field is known by this name' },
      { path: 'terms', entry: 'party', why: 'Empty in all rows read' },
    ];
    expect((await run(['people.csv', '--suggest'], inspection({ leftOut }))).words.slice(1)).toEqual([
      'Not suggested: mail. No field is known by this name',
      'Not suggested: terms › party. Empty in all rows read',
    ]);
  });

  it('says that rows are estimated, and what is odd', async () => {
    const found = inspection({
      rows: { lookedAt: 200, estimated: 12_000, exact: false },
      paths: [{}, {}],
      warnings: [{ code: 'column-twice', message: 'Two columns are called Name.' }],
    });
    expect((await run(['people.csv', '--suggest'], found)).words).toEqual([
      'csv, utf-8, about 12000 rows, 2 columns or paths',
      'Two columns are called Name.',
    ]);
  });

  it('of a file that has nothing to map says so, and is no success', async () => {
    const { code, words, texts } = await run(['people.csv', '--suggest'], inspection({ suggestion: null }));
    expect([code, texts]).toEqual([EXIT.refused, []]);
    expect(words.at(-1)).toBe('There is nothing to map.');
  });
});

describe('an import that went on', () => {
  const resumed = (job: object, more: Answers = {}) =>
    run(['--resume', 'j1', ...(more['--refused'] === undefined ? [] : ['--refused', 'out.csv'])], {
      'jobs.resume': { jobId: 'j1' },
      'jobs.get': job,
      ...more,
    });

  it('tells what was refused by its exit code; where the file is not known, nothing is written', async () => {
    const { code, json, words, asked } = await resumed(DONE);
    expect([code, json]).toMatchObject([EXIT.refused, [{ refusedFile: null, state: 'done', ...COUNTS }]]);
    expect(words).toEqual([
      'Import j1',
      '3 rows: 1 new, 0 changed, 0 unchanged, 1 possible duplicate, 1 refused',
    ]);
    expect(asked).not.toContain('jobs.write');
  });

  it('writes what was refused where it is told to', async () => {
    const written = { jobId: 'w1' };
    const { json, words } = await resumed(DONE, { '--refused': true, 'jobs.write': written });
    expect(json).toMatchObject([{ refusedFile: join(process.cwd(), 'out.csv') }]);
    expect(words.at(-1)).toContain('out.csv and import it with the same mapping');
  });

  it('tells what was imported also where what was refused cannot be written down', async () => {
    const error = { kind: 'terminal', code: 'disk-full', message: 'The disk is full.' };
    const jobs = ({ jobId }: { readonly jobId: string }) =>
      jobId === 'w1' ? { ...DONE, state: 'failed', error, result: null } : DONE;
    const ran = await resumed(DONE, { '--refused': true, 'jobs.write': { jobId: 'w1' }, 'jobs.get': jobs });
    expect(ran.error).toEqual(error);
    expect(ran.json).toMatchObject([{ refusedFile: null, ...COUNTS }]);
    expect(ran.words.slice(-2)).toEqual([
      '3 rows: 1 new, 0 changed, 0 unchanged, 1 possible duplicate, 1 refused',
      'What was refused could not be written down. Import the file again with --refused OUT:',
    ]);
  });

  it('fails with what the work failed with', async () => {
    const error = { kind: 'rejected', code: 'import-file-changed', message: 'The file has changed since.' };
    const { json, error: thrown } = await resumed({ ...DONE, state: 'failed', error });
    expect([thrown, json]).toEqual([error, []]);
  });

  it('and ended before any row was read is started again', async () => {
    const { error, json } = await resumed({ ...DONE, state: 'cancelled', result: null });
    expect(error).toEqual({
      kind: 'retryable',
      code: 'interrupted',
      message: 'The import ended before any row was read. Start it again.',
    });
    expect(json).toEqual([]);
  });
});
