import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../bridge/command-progress.ts';
import { commandSteps } from './command-steps.ts';

const statesWhere = (shares: boolean, stages: readonly Stage[]) =>
  commandSteps({ stages, stalledBy: undefined }, shares).map(({ label, state }) => `${label}: ${state}`);
const states = (...stages: readonly Stage[]) => statesWhere(true, stages);

describe('the way of a command', () => {
  it('begins with nothing done', () => {
    expect(states()).toEqual(['Accepted: now', 'Committed: ahead', 'Visible: ahead', 'Confirmed: ahead']);
  });

  it('counts what a later stage includes as done', () => {
    expect(states('committed')).toEqual([
      'Accepted: done',
      'Committed: done',
      'Visible: now',
      'Confirmed: ahead',
    ]);
  });

  it('ends waiting while there is no link', () => {
    expect(states('accepted', 'committed', 'visible', 'waiting').at(-1)).toBe('Waits for the link: waiting');
  });

  it('shows where it is stuck when a view has stopped', () => {
    expect(states('accepted', 'committed', 'stalled', 'waiting')).toEqual([
      'Accepted: done',
      'Committed: done',
      'Not visible yet: failed',
      'Waits for the link: waiting',
    ]);
  });

  it('ends with what is visible where nobody shares the log', () => {
    expect(statesWhere(false, ['accepted', 'committed', 'visible', 'waiting'])).toEqual([
      'Accepted: done',
      'Committed: done',
      'Visible: done',
    ]);
  });

  it('ends confirmed', () => {
    expect(states('accepted', 'committed', 'visible', 'waiting', 'confirmed').at(-1)).toBe('Confirmed: done');
  });
});
