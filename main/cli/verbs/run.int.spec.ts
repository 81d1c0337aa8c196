import { describe, expect, it, vi } from 'vitest';
import type { LinkStatus } from '../../../domain/contract/link.ts';
import { startNatsServer } from '../../sync/testing/nats-server.ts';
import { createPerson } from '../../testing/submissions.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { EXIT } from '../output.ts';
import { type CliRun, runInProcess } from '../testing/cli-in-process.ts';

function cli(folder: string, verb: string, input = '', ...more: readonly string[]): Promise<CliRun> {
  return runInProcess([...verb.split(' '), '--data', folder, ...more], input);
}

async function statusOf(folder: string): Promise<LinkStatus> {
  return (await cli(folder, 'link status')).json[0] as LinkStatus;
}

/** An engine without a window on a new folder, until it is asked to end. */
function engine(folder: string, ...options: readonly string[]) {
  const stop = new AbortController();
  const ended = runInProcess(['run', '--data', folder, ...options], '', { signal: stop.signal });
  const end = (): Promise<CliRun> => {
    stop.abort();
    return ended;
  };
  const becomes = (state: string): Promise<void> =>
    vi.waitFor(async () => expect((await statusOf(folder)).state).toBe(state), {
      timeout: 20_000,
      interval: 50,
    });
  return { ended, end, becomes };
}

describe('an engine without a window', () => {
  it('keeps the link up, answers the command line meanwhile, and ends well when it is asked to', async () => {
    const server = await startNatsServer();
    const folder = tempFolder();
    const { becomes, end } = engine(folder, '--nats', server.url, '--begin');
    await becomes('live');
    const data = JSON.stringify(createPerson(1).data);
    expect((await cli(folder, 'exec CreatePerson', data)).code).toBe(EXIT.done);
    await vi.waitFor(async () => expect((await statusOf(folder)).counts.pushed).toBe(1), 20_000);
    const second = await cli(folder, 'run');
    expect([second.code, second.words]).toEqual([
      EXIT.refused,
      expect.stringContaining('A console is open on this folder already') as string,
    ]);
    expect((await statusOf(folder)).state).toBe('live');
    const run = await end();
    expect(run).toMatchObject({ code: EXIT.done, json: [], reported: [] });
    expect(run.words).toContain('Live, ');
    // Opened again, it goes on over the connection that the folder has kept.
    const again = engine(folder);
    await again.becomes('live');
    expect((await again.end()).code).toBe(EXIT.done);
  });

  it('goes on where somebody has to decide first, and says by which option', async () => {
    const server = await startNatsServer();
    const folder = tempFolder();
    const { becomes, end } = engine(folder, '--nats', server.url);
    await becomes('refused');
    expect((await end()).words).toMatch(/Refused, .* You agree by --begin\.\n/);
  });

  it('does not begin without a connection', async () => {
    const run = await engine(tempFolder()).ended;
    expect(run).toMatchObject({ code: EXIT.wrongUse, json: [{ error: { code: 'link-not-set' } }] });
  });
});
