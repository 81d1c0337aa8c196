import { describe, expect, it } from 'vitest';
import { createFakeBridge } from './fake-bridge.ts';
import { sampleId } from './sample-persons.ts';
import { readSwitches } from './switches.ts';

const bridge = createFakeBridge(readSwitches('?persons=2&latency=0'));

describe('the sample bridge', () => {
  it.each(['persons.get', 'persons.timeline'])(
    'answers %s of a missing person as the console does',
    async (name) => {
      const personId = sampleId(7);
      expect(await bridge.invoke(name, { personId })).toEqual({
        ok: false,
        error: {
          code: 'person-missing',
          kind: 'rejected',
          message: `There is no person ${personId}.`,
          details: { personId },
        },
      });
      expect(await bridge.invoke(name, { personId: sampleId(0) })).toMatchObject({ ok: true });
    },
  );
});
