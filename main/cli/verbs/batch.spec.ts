import { expect, it } from 'vitest';
import type { Reply } from '../../../domain/contract/bridge.ts';
import { EXIT } from '../output.ts';
import type { Session } from '../session-port.ts';
import { recordedOutput, verbContext } from '../testing/verb-context.ts';
import { batch } from './batch.ts';

it('reads no further line where a backup is put in the place of the log: what follows was not meant for that one', async () => {
  const { output, json, words } = recordedOutput();
  const replies: Reply[] = [
    { ok: true, value: { status: 'accepted' } },
    { ok: false, error: { code: 'restore-under-way', kind: 'rejected', message: 'A backup is being put.' } },
  ];
  let refused: () => void = () => undefined;
  const isRefused = new Promise<void>((resolve) => {
    refused = resolve;
  });
  const call: Session['call'] = async () => {
    const reply = replies.shift() ?? { ok: true, value: { status: 'accepted' } };
    if (!reply.ok) refused();
    return reply;
  };
  async function* lines() {
    yield Buffer.from('{"type":"A"}\n{"type":"B"}\n');
    await isRefused;
    // Goes on for as long as it is read.
    for (;;) yield Buffer.from('{"type":"C"}\n');
  }
  const context = verbContext(['batch'], { kind: 'own', call, close: async () => undefined }, output);
  expect(await batch.run({ ...context, input: lines() })).toBe(EXIT.refused);
  expect(json.slice(0, 2)).toMatchObject([{ status: 'accepted' }, { code: 'restore-under-way' }]);
  expect(words.join()).toMatch(/A backup is being put\. No further line was read/);
});
