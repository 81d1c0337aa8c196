import { it as property } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { z } from 'zod';
import { commandSequence } from '../testing/arbitraries.ts';
import { eventsOf, isClosed, jsonCopy, persons, run } from '../testing/world.ts';
import { componentTypes, isComponentType } from './components/index.ts';
import type { PersonState } from './index.ts';

const ALL = { numRuns: 100 };

describe('any sequence of commands', () => {
  property.prop([commandSequence], ALL)('leaves a closed record as it was closed', (commands) => {
    for (const step of run(commands).steps) {
      if (isClosed(step.before)) expect(step).toMatchObject({ decision: { accepted: false } });
      if (isClosed(step.before)) expect(step.after).toBe(step.before);
    }
  });

  property.prop([commandSequence], ALL)('leaves at most one primary component of a type', (commands) => {
    for (const person of persons(run(commands).world.states)) {
      const types = person.components.filter(({ primary }) => primary).map(({ type }) => type);
      expect(types).toEqual([...new Set(types)]);
    }
  });

  property.prop([commandSequence], ALL)(
    'leaves at most one component of what a person has once',
    (commands) => {
      for (const person of persons(run(commands).world.states)) {
        const single = person.components
          .map(({ type }) => type)
          .filter((type) => isComponentType(type) && componentTypes[type].single === true);
        expect(single).toEqual([...new Set(single)]);
      }
    },
  );

  property.prop([commandSequence], ALL)('adds, changes and registers nothing while suspended', (commands) => {
    for (const step of run(commands).steps) {
      const suspended = step.before.exists && step.before.lifecycle.status === 'suspended';
      const forbidden = ['ComponentAdded', 'ComponentUpdated', 'NameUpdated', 'PersonMerged'];
      if (suspended) expect(eventsOf(step).filter(({ type }) => forbidden.includes(type))).toEqual([]);
    }
  });

  property.prop([commandSequence], ALL)('leaves only data that its type accepts, or none yet', (commands) => {
    for (const person of persons(run(commands).world.states)) {
      for (const { type, data } of person.components) {
        const schema: z.ZodType = componentTypes[type as keyof typeof componentTypes].schema;
        if (Object.keys(data).length > 0) expect(schema.parse(data)).toEqual(data);
      }
    }
  });

  property.prop([commandSequence], ALL)(
    'leaves no death before a birth, and neither in the future',
    (commands) => {
      for (const { birthDate, lifecycle } of persons(run(commands).world.states)) {
        const death = lifecycle.status === 'deceased' ? lifecycle.dateOfDeath : '2024-06-02';
        expect([birthDate ?? death, death, '2024-06-02'].toSorted()).toEqual([
          birthDate ?? death,
          death,
          '2024-06-02',
        ]);
      }
    },
  );

  property.prop([commandSequence], ALL)(
    'merges only into persons who were open then, so never in a circle',
    (commands) => {
      const { steps, world } = run(commands);
      for (const step of steps) {
        for (const event of eventsOf(step)) {
          if (event.type !== 'PersonMerged') continue;
          const target = step.world.states.get(event.data.into);
          expect(target).toMatchObject({ exists: true });
          expect(target !== undefined && isClosed(target)).toBe(false);
        }
      }
      for (const id of world.states.keys())
        expect(redirectsOf(id, world.states).length).toBeLessThan(world.states.size);
    },
  );

  property.prop([commandSequence], ALL)('relates persons only to others who exist', (commands) => {
    const { states } = run(commands).world;
    for (const person of persons(states)) {
      for (const { type, data } of person.components) {
        if (type !== 'Relationship' || typeof data.otherPersonId !== 'string') continue;
        expect(data.otherPersonId).not.toBe(person.personId);
        expect(states.get(data.otherPersonId)).toMatchObject({ exists: true });
      }
    }
  });

  property.prop([commandSequence], ALL)(
    'changes nothing where it refuses, with a code and words',
    (commands) => {
      for (const { decision, before, after } of run(commands).steps) {
        if (decision.accepted) continue;
        expect(after).toBe(before);
        expect(decision.refusal.code).toMatch(/^[a-z]+(-[a-z]+)+$/);
        expect(decision.refusal.message).toMatch(/^[^!]{20,}$/);
        expect(jsonCopy(decision.refusal)).toEqual(decision.refusal);
      }
    },
  );
});

function redirectsOf(
  id: string,
  states: ReadonlyMap<string, PersonState>,
  seen: readonly string[] = [],
): readonly string[] {
  const state = states.get(id);
  if (state?.exists !== true || state.lifecycle.status !== 'merged' || seen.includes(id)) return seen;
  return redirectsOf(state.lifecycle.into, states, [...seen, id]);
}
