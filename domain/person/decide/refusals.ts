import { type Decision, refuse } from '../../kernel/outcome.ts';
import type { ExistingPerson, Lifecycle } from '../state.ts';

type Refused = Decision<never>;

export function personMissing(personId: string): Refused {
  return refuse(
    'person-missing',
    'There is no person with this id: check the id, or create the person first',
    {
      personId,
    },
  );
}

export function personExists(personId: string): Refused {
  return refuse('person-exists', 'There is already a person with this id: open that one, or use a new id', {
    personId,
  });
}

type Closed = Exclude<Lifecycle, { readonly status: 'active' | 'suspended' }>;

/** A refusal for a person whose record is closed for good, or null. */
export function refuseClosed(person: ExistingPerson): Refused | null {
  const { lifecycle } = person;
  return lifecycle.status === 'active' || lifecycle.status === 'suspended' ? null : closed(lifecycle);
}

function closed(lifecycle: Closed): Refused {
  if (lifecycle.status === 'archived') {
    return refuse('person-archived', 'The person is archived: an archived record can only be read', {
      since: lifecycle.since,
      reason: lifecycle.reason,
    });
  }
  if (lifecycle.status === 'deceased') {
    return refuse('person-deceased', 'The person has died: the record can only be read', {
      dateOfDeath: lifecycle.dateOfDeath,
    });
  }
  return refuse('person-merged', 'The person was merged into another one: make the change there', {
    into: lifecycle.into,
  });
}

/** A refusal for a person who is suspended, or null. */
export function refuseSuspended(person: ExistingPerson): Refused | null {
  const { lifecycle } = person;
  if (lifecycle.status !== 'suspended') return null;
  return refuse('person-suspended', 'The person is suspended: reactivate the person first', {
    since: lifecycle.since,
    reason: lifecycle.reason,
  });
}

export function alreadySuspended(reason: string): Refused {
  return refuse('already-suspended', 'The person is suspended already: nothing needs to be done', { reason });
}

export function notSuspended(): Refused {
  return refuse('not-suspended', 'The person is active: only a suspended person can be reactivated');
}

export function dateInFuture(field: string, date: string, latest: string): Refused {
  return refuse('date-in-future', `${date} lies in the future: enter a date up to today`, {
    field,
    date,
    latest,
  });
}

export function birthDateAlreadySet(birthDate: string): Refused {
  return refuse(
    'birth-date-already-set',
    `The date of birth is ${birthDate} already and cannot be changed: if it is wrong, create the person anew and merge this one`,
    { birthDate },
  );
}

export function deathBeforeBirth(birthDate: string, dateOfDeath: string): Refused {
  return refuse(
    'death-before-birth',
    `The date of death is before the date of birth, ${birthDate}: enter a later date`,
    { birthDate, dateOfDeath },
  );
}

export function mergeIntoItself(personId: string): Refused {
  return refuse('merge-into-itself', 'A person cannot be merged into itself: choose another person', {
    personId,
  });
}

export function mergeTargetMissing(targetId: string): Refused {
  return refuse('merge-target-missing', 'The person to merge into does not exist: choose another one', {
    targetId,
  });
}

export function mergeCycle(targetId: string): Refused {
  return refuse(
    'merge-cycle',
    'The person to merge into was itself merged into this one: keep this one, or choose another person',
    { targetId },
  );
}

/** Of a chain of merges the next person may be merged as well, even into the one that is to be merged. */
export function mergeTargetTerminal(targetId: string, lifecycle: Lifecycle): Refused {
  const { status } = lifecycle;
  if (lifecycle.status === 'merged') {
    return refuse(
      'merge-target-terminal',
      'The person to merge into was merged itself: follow its merges to the end and choose the person there; if that is this one, the two are merged already',
      { targetId, status, into: lifecycle.into },
    );
  }
  return refuse(
    'merge-target-terminal',
    `The person to merge into is ${status} and can no longer change: choose another person`,
    { targetId, status },
  );
}
