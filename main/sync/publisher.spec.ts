import { describe, expect, it } from 'vitest';
import type { OutboxEntry, SyncLog } from '../../domain/ports/sync-log.ts';
import type { Publication } from './broker.ts';
import { Publisher } from './publisher.ts';

function entryOf(number: number, streamId = `person-${number}`, isHeld = false): OutboxEntry {
  return {
    number,
    streamId,
    commitId: `commit-${number}`,
    commandId: `command-${number}`,
    subjectSequence: 0,
    isHeld,
    text: `text ${number}`,
  };
}

/** A publisher over an outbox in memory, and what it sent. */
function bench(entries: OutboxEntry[]) {
  const sent: Publication[] = [];
  const state = { position: 0, now: 0, entries };
  const sync = {
    position: () => state.position,
    outbox: (after: number, limit: number) =>
      state.entries.filter(({ number }) => number > after).slice(0, limit),
    outboxEntries: (wanted: readonly number[]) =>
      state.entries.filter(({ number }) => wanted.includes(number)),
  } as unknown as SyncLog;
  const publisher = new Publisher({
    sync,
    publish: (publication) => sent.push(publication),
    isThere: () => Promise.resolve(false),
    now: () => state.now,
    onRefused: () => undefined,
  });
  const refuse = (token: number, code: number, description: string): void =>
    publisher.acknowledge({ ok: false, token, code, description });
  return { publisher, sent, state, refuse };
}

const bodies = (sent: readonly Publication[]): readonly string[] => sent.map(({ body }) => body);

describe('what waits to go out', () => {
  it('goes one by one within a stream, once the one before has come back', () => {
    const { publisher, sent, state } = bench([entryOf(1, 'person-a'), entryOf(2, 'person-a'), entryOf(3)]);
    publisher.pump();
    expect(bodies(sent)).toEqual(['text 1', 'text 3']);
    publisher.acknowledge({ ok: true, token: sent[0]?.token ?? 0, sequence: 1, duplicate: false });
    expect(bodies(sent)).toEqual(['text 1', 'text 3']);
    state.entries = state.entries.slice(1);
    state.position = 1;
    publisher.tookIn(1, ['person-a']);
    expect(bodies(sent)).toEqual(['text 1', 'text 3', 'text 2']);
  });

  it('is not sent again before what came first was taken in', () => {
    const { publisher, sent, state, refuse } = bench([entryOf(1)]);
    publisher.pump();
    refuse(sent[0]?.token ?? 0, 10071, 'wrong last sequence: 9');
    publisher.look();
    expect(sent).toHaveLength(1);
    state.position = 9;
    publisher.tookIn(9, []);
    expect(sent).toHaveLength(2);
  });

  it('takes the place that the broker names where all up to it was taken in', () => {
    const { publisher, sent, refuse } = bench([entryOf(1)]);
    publisher.tookIn(9, []);
    refuse(sent[0]?.token ?? 0, 10071, 'wrong last sequence: 4');
    expect(sent.map(({ expected }) => expected)).toEqual([0, 4]);
  });

  it('is sent under another id where the broker knows the id and has lost the message', async () => {
    const { publisher, sent } = bench([entryOf(1)]);
    publisher.pump();
    publisher.acknowledge({ ok: true, token: sent[0]?.token ?? 0, sequence: 7, duplicate: true });
    await Promise.resolve();
    await Promise.resolve();
    expect(sent.map(({ messageId }) => messageId)).toEqual(['commit-1', 'commit-1~1']);
  });

  it('is sent again where what was acknowledged did not come back with what was taken in', () => {
    const { publisher, sent, state } = bench([entryOf(1)]);
    publisher.pump();
    publisher.acknowledge({ ok: true, token: sent[0]?.token ?? 0, sequence: 7, duplicate: false });
    state.position = 7;
    publisher.tookIn(7, []);
    expect(sent.map(({ messageId }) => messageId)).toEqual(['commit-1', 'commit-1~1']);
  });

  it('is left alone for a while where it is refused for another reason, which is told', () => {
    const { publisher, sent, state, refuse } = bench([entryOf(1)]);
    publisher.pump();
    refuse(sent[0]?.token ?? 0, 10077, 'maximum bytes exceeded');
    expect(publisher.refused).toEqual([
      {
        streamId: 'person-1',
        code: 10077,
        description:
          'maximum bytes exceeded. Raise the limits of the stream PERSON_LOG; it is tried again until then',
      },
    ]);
    publisher.look();
    expect(sent).toHaveLength(1);
    state.now = 60_000;
    publisher.look();
    expect(sent).toHaveLength(2);
  });

  it('waits for what caused it', () => {
    const { publisher, sent, state } = bench([entryOf(1, 'person-a'), entryOf(2, 'person-b', true)]);
    publisher.pump();
    expect(bodies(sent)).toEqual(['text 1']);
    state.entries = [entryOf(2, 'person-b')];
    state.position = 1;
    publisher.tookIn(1, ['person-a']);
    expect(bodies(sent)).toEqual(['text 1', 'text 2']);
  });

  it('waits where much of what was acknowledged has not come back yet', () => {
    const { publisher, sent } = bench(Array.from({ length: 5000 }, (_, index) => entryOf(index + 1)));
    publisher.pump();
    for (let done = 0; done < sent.length; done += 1) {
      publisher.acknowledge({ ok: true, token: done + 1, sequence: done + 1, duplicate: false });
    }
    const before = sent.length;
    expect(before).toBeLessThan(4200);
    publisher.tookIn(
      1000,
      sent.slice(0, 1000).map(({ subject }) => subject.replace('person.log.', '')),
    );
    expect(sent.length).toBeGreaterThan(before + 500);
  });

  it('waits where what is under way is large, however little it is, and goes on in its order', () => {
    const text = 'x'.repeat(20 * 1024 * 1024);
    const entries = [1, 2, 3, 4].map((number) => ({ ...entryOf(number), text: `${number}${text}` }));
    const { publisher, sent } = bench(entries);
    publisher.pump();
    const numbers = () => sent.map(({ body }) => body[0]);
    expect(numbers()).toEqual(['1', '2']);
    publisher.tookIn(1, ['person-1']);
    expect(numbers()).toEqual(['1', '2', '3']);
    publisher.tookIn(3, ['person-2', 'person-3']);
    expect(numbers()).toEqual(['1', '2', '3', '4']);
  });

  it('is sent again where no acknowledgement comes', () => {
    const { publisher, sent, state } = bench([entryOf(1)]);
    publisher.pump();
    state.now = 11_000;
    publisher.look();
    expect(sent.map(({ messageId }) => messageId)).toEqual(['commit-1', 'commit-1']);
  });
});
