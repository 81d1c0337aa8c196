import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../../domain/contract/commands.ts';
import { failure } from '../../../domain/contract/errors.ts';
import { NOTHING_COUNTED } from '../../../domain/contract/legacy.ts';
import type { LegacyOdd, LegacyProgress } from '../../../domain/ports/legacy-log.ts';
import { uuidOf } from '../../../domain/testing/recorded.ts';
import { Intake } from './intake.ts';
import type { OldMessage } from './old-connection.ts';

const BOB = uuidOf(0, 1);

function command(sequence: number): OldMessage {
  const body = JSON.stringify({ DeactivatePerson: { person_id: BOB, reason: 'On leave' } });
  return { sequence, subject: `person.commands.${BOB}`, body, messageId: null, installation: null };
}

function nonsense(sequence: number): OldMessage {
  return { ...command(sequence), subject: `person.events.${BOB}.x`, body: 'hello' };
}

const accepted = { status: 'accepted' } as Outcome;

/** An intake over a log in memory, which answers each command like this. */
function bench(submit: () => Promise<Outcome>) {
  let progress: LegacyProgress = {
    stream: null,
    position: 0,
    written: null,
    counts: { ...NOTHING_COUNTED },
  };
  const odd: LegacyOdd[] = [];
  const transactions: number[] = [];
  const intake = new Intake({
    installation: 'ours',
    stream: 'PERSON_EVENTS',
    commandsFrom: 1,
    log: {
      progress: () => progress,
      save: (next) => {
        progress = next;
        transactions.push(next.position);
      },
      wrote: () => undefined,
      keep: (message) => odd.push(message),
      confirmedAfter: () => [],
      placeOf: () => null,
    },
    takeIn: (events, note) => {
      note(events.length);
      return events.length;
    },
    submit,
  });
  return { intake, odd, transactions, progress: () => progress };
}

describe('a command of the former system', () => {
  it('that is refused is kept with the words of the refusal, or with what became of it', async () => {
    const submit = vi
      .fn<() => Promise<Outcome>>()
      .mockResolvedValueOnce({ status: 'rejected', message: 'Bob is archived.' } as Outcome)
      .mockResolvedValueOnce({ status: 'conflict' } as Outcome)
      .mockResolvedValueOnce(accepted);
    const { intake, odd, progress } = bench(submit);
    await intake.take([command(1), command(2), command(3)]);
    expect(odd).toMatchObject([
      { sequence: 1, reason: 'legacy-refused', detail: 'Bob is archived.' },
      { sequence: 2, reason: 'legacy-refused', detail: 'conflict' },
    ]);
    expect(progress()).toMatchObject({ position: 3, counts: { commands: 1, odd: 2 } });
  });

  it.each(['wrong-use', 'rejected', 'conflict', 'bug'] as const)(
    'that fails by what it says (%s) is kept with why, and the next one has its turn',
    async (kind) => {
      const submit = vi
        .fn<() => Promise<Outcome>>()
        .mockRejectedValueOnce(failure(kind, 'command-invalid', 'It has no name.'))
        .mockResolvedValueOnce(accepted);
      const { intake, odd, progress } = bench(submit);
      await intake.take([command(1), command(2)]);
      expect(odd).toMatchObject([{ sequence: 1, reason: 'legacy-refused', detail: 'It has no name.' }]);
      expect(progress()).toMatchObject({ position: 2, counts: { commands: 1, odd: 1 } });
    },
  );

  it.each([
    failure('retryable', 'disk-full', 'The disk is full.'),
    failure('terminal', 'database-corrupt', 'The log is damaged.'),
    new Error('odd'),
  ])(
    'that fails by what is wrong here stays to be done, and what came before it is noted: %s',
    async (thrown) => {
      const { intake, odd, progress } = bench(() => Promise.reject(thrown));
      await expect(intake.take([nonsense(1), command(2), command(3)])).rejects.toBe(thrown);
      expect(progress()).toMatchObject({ position: 1, counts: { odd: 1, commands: 0 } });
      expect(odd.map(({ sequence }) => sequence)).toEqual([1]);
    },
  );
});

it('many messages leave others their turn, and are noted together', async () => {
  const { intake, transactions, progress } = bench(() => Promise.resolve(accepted));
  let turns = 0;
  let isOver = false;
  const counting = (): void => {
    if (isOver) return;
    turns += 1;
    setImmediate(counting);
  };
  setImmediate(counting);
  await intake.take(Array.from({ length: 100 }, (_, index) => nonsense(index + 1)));
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(4);
  expect(transactions).toEqual([100]);
  expect(progress().counts.odd).toBe(100);
});
