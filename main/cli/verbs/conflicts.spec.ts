import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../domain/contract/bridge.ts';
import { EXIT } from '../output.ts';
import type { Session } from '../session-port.ts';
import { recordedOutput, verbContext } from '../testing/verb-context.ts';
import { conflicts } from './conflicts.ts';

/** Runs the verb on an engine that answers one thing after the other. */
async function run(argv: readonly string[], replies: Reply[]) {
  const { output, json, words } = recordedOutput();
  const asked: unknown[] = [];
  const session: Session = {
    kind: 'own',
    call: async (_procedure, input) => {
      asked.push(input);
      return replies.shift() ?? { ok: true, value: {} };
    },
    close: async () => undefined,
  };
  const code = await conflicts.run(verbContext(['conflicts', ...argv], session, output));
  return { code, json, words, asked };
}

const outcome = (status: string): Reply => ({ ok: true, value: { status } });

describe('conflicts', () => {
  it.each([
    ['accepted', EXIT.done],
    ['rejected', EXIT.refused],
    ['conflict', EXIT.refused],
  ])('says by its exit code whether a change was carried out: %s', async (status, code) => {
    expect((await run(['drop', 'a', '--reason', 'Theirs'], [outcome(status)])).code).toBe(code);
    expect((await run(['reopen', 'a'], [outcome(status)])).code).toBe(code);
  });

  it('goes on with the next one where one is not carried out', async () => {
    const { code, json } = await run(['apply', 'a', 'b'], [outcome('conflict'), outcome('accepted')]);
    expect(code).toBe(EXIT.refused);
    expect(json).toEqual([{ status: 'conflict' }, { status: 'accepted' }]);
  });

  it('has nothing against an answer that is no outcome', async () => {
    const shown = { ok: true, value: { conflictId: 'a', state: 'open' } } as const;
    expect((await run(['show', 'a'], [shown])).code).toBe(EXIT.done);
  });

  it('says in words why a change was not carried out, where there are any', async () => {
    const refused: Reply = { ok: true, value: { status: 'rejected', message: 'The person is archived.' } };
    expect((await run(['apply', 'a', 'b'], [refused, outcome('conflict')])).words).toEqual([
      'The person is archived.',
    ]);
  });

  it('asks nobody for the rest where the folder is held by something that does not answer', async () => {
    const held = { code: 'data-folder-held', kind: 'retryable', message: 'It stopped answering.' } as const;
    const { code, json } = await run(['drop', 'a', 'b', '--reason', 'Theirs'], [{ ok: false, error: held }]);
    expect([code, json]).toEqual([EXIT.held, [{ error: held }]]);
  });

  it('lists them page after page, and counts them at the end', async () => {
    const page = (conflictId: string, next: string | null): Reply => ({
      ok: true,
      value: { rows: [{ conflictId }], next, counts: { open: 2 } },
    });
    const { code, json, words, asked } = await run(['list'], [page('a', 'more'), page('b', null)]);
    expect([code, words]).toEqual([EXIT.done, ['2 conflicts to be decided']]);
    expect(json).toEqual([{ conflictId: 'a' }, { conflictId: 'b' }]);
    expect(asked).toMatchObject([{ state: 'open' }, { state: 'open', after: 'more' }]);
  });
});
