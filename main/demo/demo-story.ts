import { CAST, type CastIds, castSteps } from './demo-cast.ts';
import { type DemoPerson, type DemoStep, demoPerson } from './demo-life.ts';
import type { Random } from './random.ts';

/** The cast among them. */
const PERSONS = 200;
const TWINS = 8;
/** How long the demo's history is. */
export const DEMO_DAYS = 730;
const LAST_CREATION = 600;

interface Ids extends CastIds {
  readonly personId: (n: number) => string;
}

function relationships(persons: readonly DemoPerson[], random: Random): DemoStep[] {
  return persons
    .filter(({ steps }) => steps.every(({ type }) => !ENDINGS.has(type)) && random.chance(0.2))
    .map(({ personId, steps }) => {
      const other = random.pick(persons.filter((candidate) => candidate.personId !== personId));
      const day = Math.max(steps.at(-1)?.day ?? 0, LAST_CREATION + 5) + random.next() * 20;
      const relationshipType = random.pick(['Colleague', 'Manager', 'Mentor', 'Sibling']);
      return {
        day,
        type: 'AddRelationship',
        data: { personId, otherPersonId: other.personId, relationshipType },
      };
    });
}

/** Some stand to an organisation otherwise than by employment: its page of relations has somebody to show. */
function advisers(persons: readonly DemoPerson[]): DemoStep[] {
  const able = persons.filter(({ steps }) => steps.every(({ type }) => !ENDINGS.has(type)));
  return able.slice(0, 3).map(({ personId, steps }, index) => ({
    day: Math.max(steps.at(-1)?.day ?? 0, LAST_CREATION + 30) + index,
    type: 'AddComponent',
    data: {
      personId,
      componentType: 'OrganizationRelationship',
      data: { organization: 'Royal Society', relation: 'Advisor', startDate: '2024-03-01' },
    },
  }));
}

const ENDINGS = new Set(['DeactivatePerson', 'ArchivePerson', 'RecordDeath']);

/** The same person entered twice: some are found and merged, some wait to be found. */
function duplicates(persons: readonly DemoPerson[], random: Random, { personId }: Ids): DemoStep[] {
  const originals = persons
    .filter(({ steps }) => steps.every(({ type }) => !ENDINGS.has(type)))
    .slice(0, TWINS);
  return originals.flatMap(({ personId: target, identity, steps }, index) => {
    const twin = personId(PERSONS + index);
    const day = LAST_CREATION + index * 8;
    const birth = steps.find(({ type }) => type === 'SetBirthDate')?.data['birthDate'];
    const again: DemoStep[] = [
      {
        day,
        type: 'CreatePerson',
        data: { personId: twin, name: identity.name, source: 'Registration form' },
      },
      {
        day: day + 0.1,
        type: 'AddEmail',
        data: { personId: twin, address: `${identity.handle}@example.org` },
      },
      ...(birth === undefined
        ? []
        : [{ day: day + 0.2, type: 'SetBirthDate', data: { personId: twin, birthDate: birth } }]),
    ];
    if (!random.chance(0.5)) return again;
    return [
      ...again,
      {
        day: day + 6,
        type: 'MergePersons',
        data: { personId: twin, targetId: target, reason: 'DuplicateIdentity' },
      },
    ];
  });
}

/** All steps of the demo in the order in which they happened. */
export function demoStory(random: Random, ids: Ids): DemoStep[] {
  const originals = PERSONS - TWINS - CAST;
  const persons = Array.from({ length: originals }, (_, n) =>
    demoPerson(ids.personId(n), n, (n / originals) * LAST_CREATION, random),
  );
  const steps = [
    ...persons.flatMap(({ steps: own }) => own),
    ...relationships(persons, random),
    ...advisers(persons),
    ...duplicates(persons, random, ids),
    ...castSteps(ids),
  ];
  // Nothing is ahead of its time: lives that began late are told up to today.
  return steps.filter(({ day }) => day < DEMO_DAYS).toSorted((a, b) => a.day - b.day);
}
