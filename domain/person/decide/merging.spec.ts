import { describe, expect, it } from 'vitest';
import { ADA, GRACE, given } from '../../testing/given.ts';
import { archived, created, deceased, merged, suspended } from '../../testing/persons.ts';
import { NOW, uuidOf } from '../../testing/recorded.ts';
import * as refused from './refusals.ts';

const merge = { personId: ADA, targetId: GRACE, reason: 'DuplicateIdentity' } as const;

describe('merging two persons', () => {
  it('freezes the source, which names target and reason', () => {
    given(created())
      .and(GRACE, created(GRACE))
      .when('MergePersons', merge)
      .thenEvents(merged(GRACE))
      .thenPerson({ lifecycle: { status: 'merged', into: GRACE, reason: 'DuplicateIdentity' } });
  });

  it('may lead to a suspended person', () => {
    given(created())
      .and(GRACE, created(GRACE), suspended)
      .when('MergePersons', merge)
      .thenEvents(merged(GRACE));
  });

  it('is refused into oneself', () => {
    given(created())
      .and(ADA, created())
      .when('MergePersons', { ...merge, targetId: ADA.toUpperCase() })
      .thenRefused('merge-into-itself', { personId: ADA });
  });

  it('is refused into nobody', () => {
    given(created()).when('MergePersons', merge).thenRefused('merge-target-missing', { targetId: GRACE });
    given(created()).and(GRACE).when('MergePersons', merge).thenRefused('merge-target-missing');
  });

  it.each([
    [archived, 'archived'],
    [deceased, 'deceased'],
  ])('is refused into a closed record', (end, status) => {
    given(created())
      .and(GRACE, created(GRACE), end)
      .when('MergePersons', merge)
      .thenRefused('merge-target-terminal', { targetId: GRACE, status });
  });

  it('is refused into a merged person, with the one that leads on to', () => {
    const into = uuidOf(1, 3);
    given(created())
      .and(GRACE, created(GRACE), merged(into))
      .when('MergePersons', merge)
      .thenRefused('merge-target-terminal', { targetId: GRACE, status: 'merged', into });
  });

  it('is refused into a merged person in words that hold wherever that one leads in the end', () => {
    const decision = refused.mergeTargetTerminal(GRACE, {
      status: 'merged',
      into: uuidOf(1, 3),
      reason: 'x',
      since: NOW,
    });
    expect(decision).toMatchObject({
      refusal: {
        message:
          'The person to merge into was merged itself: follow its merges to the end and choose the person there; if that is this one, the two are merged already',
      },
    });
  });

  it('is refused in a circle', () => {
    given(created())
      .and(GRACE, created(GRACE), merged(ADA))
      .when('MergePersons', merge)
      .thenRefused('merge-cycle', { targetId: GRACE });
  });
});
