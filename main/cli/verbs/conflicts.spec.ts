import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../domain/contract/bridge.ts';
import { EXIT, type ExitCode } from '../output.ts';
import type { Session } from '../session-port.ts';
import { recordedOutput, verbContext } from '../testing/verb-context.ts';
import { conflicts } from './conflicts.ts';

/** Runs the verb on an engine that answers one thing after the other. */
async function run(argv: readonly string[], replies: Reply[]): Promise<{ code: ExitCode; json: unknown[] }> {
  const { output, json } = recordedOutput();
  const session: Session = {
    kind: 'own',
    call: async () => replies.shift() ?? { ok: true, value: {} },
    close: async () => undefined,
  };
  const code = await conflicts.run(verbContext(['conflicts', ...argv], session, output));
  return { code, json };
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
});
