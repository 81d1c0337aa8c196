import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { dataFolderAt } from '../store/data-folder.ts';
import { createPerson } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function collected(stream: PassThrough): () => string {
  const chunks: string[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  return () => chunks.join('');
}

/** A program's surroundings, in the place of this process's own, until the test ends. */
function surroundings(argv: readonly string[], input: Readable) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const before = { argv: process.argv, exitCode: process.exitCode };
  const listening = SIGNALS.map((name) => [name, process.listeners(name)] as const);
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(input as typeof process.stdin);
  vi.spyOn(process, 'stdout', 'get').mockReturnValue(out as never);
  vi.spyOn(process, 'stderr', 'get').mockReturnValue(err as never);
  process.argv = ['node', 'cli.ts', ...argv];
  onTestFinished(() => {
    vi.restoreAllMocks();
    Object.assign(process, before);
    for (const [name, known] of listening)
      for (const each of process.listeners(name)) if (!known.includes(each)) process.off(name, each);
  });
  return { out: collected(out), err: collected(err) };
}

/** The program from its beginning to its end. */
async function program(argv: readonly string[], input: Readable) {
  const { out, err } = surroundings(argv, input);
  vi.resetModules();
  await import('./cli.ts');
  return { code: process.exitCode, out: out(), err: err() };
}

function person(): Readable {
  return Readable.from([JSON.stringify(createPerson(1).data)]);
}

describe('the program of the command line', () => {
  it('runs what its arguments say on its own streams, and ends by its exit code', async () => {
    const folder = tempFolder();
    const run = await program(['exec', 'CreatePerson', '--data', folder], person());
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(run.out)).toMatchObject({ status: 'accepted' });
    expect(existsSync(join(folder, 'log.db'))).toBe(true);
  });

  it('knows the version of the package that it belongs to', async () => {
    const folder = tempFolder();
    await program(['exec', 'CreatePerson', '--data', folder], person());
    const { out } = await program(['query', 'console.info', '--data', folder], Readable.from([]));
    const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { readonly version: string };
    expect(JSON.parse(out)).toMatchObject({ version });
  });

  it('tells wrong use on its own streams', async () => {
    const run = await program(['nonsense'], Readable.from([]));
    expect(run).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no verb "nonsense"') as string,
    });
    expect(JSON.parse(run.out)).toMatchObject({ error: { code: 'verb-unknown' } });
  });

  it('reports what went wrong inside as a line of JSON beside the words, and goes on', async () => {
    const folder = tempFolder();
    mkdirSync(dataFolderAt(folder).socket);
    const run = await program(['exec', 'CreatePerson', '--data', folder], person());
    expect(run.code).toBe(0);
    expect(JSON.parse(run.err)).toMatchObject({
      level: 'error',
      where: 'socket',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    });
  });

  it('is not kept by standard input that stays open, and finishes when it is asked to', async () => {
    const input = new PassThrough();
    input.write(`${JSON.stringify(createPerson(1))}\n`);
    const ended = program(['batch', '--data', tempFolder()], input);
    await vi.waitFor(() => expect(process.listenerCount('SIGHUP')).toBeGreaterThan(0));
    process.emit('SIGHUP');
    expect(await ended).toMatchObject({ code: 0 });
    expect(input.destroyed).toBe(true);
  });
});
