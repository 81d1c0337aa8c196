import { describe, expect, it } from 'vitest';
import type { CommandUpdate, Outcome } from '../../domain/contract/commands.ts';
import { type ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import { CommandProgress } from './command-progress.ts';

const stop = failure('terminal', 'view-stopped', 'The list stopped at position 5.');

function accepted(commandId: string, position: number): Outcome {
  const events = [{ eventId: `event-${position}`, type: 'PersonCreated', version: 1, position }];
  return { commandId, status: 'accepted', streamId: 'person-1', version: 1, events };
}

/** Views whose place and stop a test says, and what those who follow were told. */
function bench() {
  const views: { reached: number; stopped: ConsoleFailure | null } = { reached: 0, stopped: null };
  const told: CommandUpdate[] = [];
  const progress = new CommandProgress({
    tell: (update) => told.push(update),
    reached: () => views.reached,
    findStopped: () => views.stopped,
  });
  const submit = (commandId: string, position: number): void => {
    progress.follow(commandId);
    progress.settled([accepted(commandId, position)]);
    progress.look();
  };
  const toldOf = (commandId: string): string[] =>
    told.filter((update) => update.commandId === commandId).map(({ stage }) => stage);
  return { views, progress, told, toldOf, submit };
}

describe('the way of a command that is followed', () => {
  it('goes from accepted to visible, and is then followed no longer', () => {
    const { views, progress, toldOf, submit } = bench();
    submit('ada', 5);
    expect(toldOf('ada')).toEqual(['accepted', 'committed']);
    views.reached = 5;
    progress.look();
    expect(toldOf('ada')).toEqual(['accepted', 'committed', 'visible', 'waiting']);
    expect(progress.followed).toBe(0);
  });

  it('is not told of where nobody follows it', () => {
    const { progress, told } = bench();
    progress.settled([accepted('ada', 5)]);
    progress.failed('grace', stop);
    expect([told, progress.followed]).toEqual([[], 0]);
  });

  it('leads on to visible after it has stalled, once the view goes on', () => {
    const { views, progress, toldOf, submit } = bench();
    views.stopped = stop;
    submit('ada', 5);
    progress.look();
    expect(toldOf('ada')).toEqual(['accepted', 'committed', 'stalled']);
    views.stopped = null;
    progress.look();
    expect(toldOf('ada').at(-1)).toBe('stalled');
    views.reached = 5;
    progress.look();
    expect(toldOf('ada').slice(-3)).toEqual(['stalled', 'visible', 'waiting']);
    expect(progress.followed).toBe(0);
  });

  it('stalls again where the view that was retried stops again', () => {
    const { views, progress, toldOf, submit } = bench();
    views.stopped = stop;
    submit('ada', 5);
    views.stopped = null;
    progress.look();
    views.stopped = stop;
    progress.look();
    expect(toldOf('ada').filter((stage) => stage === 'stalled')).toHaveLength(2);
  });

  it('stalls while the views cannot be written, and leads on afterwards', () => {
    const { views, progress, toldOf, submit } = bench();
    submit('ada', 5);
    progress.stall(failure('retryable', 'disk-full', 'The disk is full.'));
    progress.stall(null);
    views.reached = 5;
    progress.look();
    expect(toldOf('ada')).toEqual(['accepted', 'committed', 'stalled', 'visible', 'waiting']);
  });

  it.each([
    ['in words, and says so', stop, ['refused']],
    ['by a fault of the program, which its caller hears of', null, []],
  ])('ends where it fails %s', (_how, error, stages) => {
    const { progress, toldOf } = bench();
    progress.follow('ada');
    progress.failed('ada', error);
    expect([toldOf('ada'), progress.followed]).toEqual([stages, 0]);
  });

  it('ends where it is refused', () => {
    const { progress, toldOf } = bench();
    progress.follow('ada');
    progress.settled([{ ...accepted('ada', 5), status: 'rejected', events: [] }]);
    expect([toldOf('ada'), progress.followed]).toEqual([['refused'], 0]);
  });

  it('is let go where a view stays stopped and very many stalled after it', () => {
    const { views, progress, submit } = bench();
    views.stopped = stop;
    for (let number = 1; number <= 1200; number += 1) submit(`command-${number}`, number);
    expect(progress.followed).toBe(1000);
  });
});
