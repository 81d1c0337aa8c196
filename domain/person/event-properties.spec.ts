import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { commandData, commandSequence } from '../testing/arbitraries.ts';
import { eventsOf, jsonCopy, run, type Step } from '../testing/world.ts';
import {
  changedPlaces,
  coversPath,
  type ExistingPerson,
  type PersonCommandType,
  personCommands,
  personDecider,
  personEvents,
  summarise,
  writtenPaths,
} from './index.ts';

const ALL = { numRuns: 100 };

describe('folding', () => {
  property.prop([commandSequence], ALL)('a stream again gives the live state, twice the same', (commands) => {
    const { streams, states } = run(commands).world;
    for (const [id, stream] of streams) {
      const before = JSON.stringify(stream);
      const rebuild = () => stream.reduce(personDecider.evolve, personDecider.initial);
      expect(rebuild()).toEqual(states.get(id));
      expect(rebuild()).toEqual(rebuild());
      expect(JSON.stringify(stream)).toBe(before);
    }
  });

  property.prop([commandSequence], ALL)('what was encoded and decoded gives the same', (commands) => {
    const { streams, states } = run(commands).world;
    for (const [id, stream] of streams) {
      const decoded = jsonCopy(stream);
      expect(decoded).toEqual(stream);
      expect(decoded.reduce(personDecider.evolve, personDecider.initial)).toEqual(states.get(id));
      expect(jsonCopy(states.get(id))).toEqual(states.get(id));
    }
  });

  property.prop([commandSequence], ALL)(
    'counts one version per event, and the summary follows',
    (commands) => {
      const { streams, states } = run(commands).world;
      for (const [id, stream] of streams) {
        const state = states.get(id);
        if (state?.exists !== true) continue;
        expect(state.version).toBe(stream.length);
        expect(summarise(state)).toMatchObject({ componentCount: state.components.length });
      }
    },
  );
});

describe('every event that is decided', () => {
  property.prop([commandSequence], ALL)(
    'is valid by its own schema, which changes nothing in it',
    (commands) => {
      for (const step of run(commands).steps) {
        for (const event of eventsOf(step))
          expect(personEvents[event.type].schema.parse(event.data)).toEqual(event.data);
      }
    },
  );

  property.prop([commandSequence], ALL)('changes only what its command says it writes', (commands) => {
    for (const step of run(commands).steps) {
      const { type, data, commandId } = step.command;
      const definition: { readonly writes: (data: never) => readonly string[] } = personCommands[type];
      const written = writtenPaths(definition.writes(data as never), commandId);
      const uncovered = eventsOf(step)
        .flatMap(changedPlaces)
        .filter((place) => !place.some((name) => written.some((path) => coversPath(path, name))));
      expect({ type, uncovered }).toEqual({ type, uncovered: [] });
    }
  });

  property.prop([commandSequence], ALL)('changes something besides the version', (commands) => {
    for (const step of run(commands).steps) {
      if (eventsOf(step).length === 0) continue;
      const {
        version: _v1,
        updatedAt: _t1,
        ...before
      } = step.before.exists ? step.before : { version: 0, updatedAt: '' };
      const { version: _v2, updatedAt: _t2, ...after } = step.after as ExistingPerson;
      expect(after).not.toEqual(before);
    }
  });
});

describe('the generators', () => {
  const types = Object.keys(personCommands) as PersonCommandType[];

  it.each(types)('make data that the schema of %s takes', (type) => {
    const schema: z.ZodType = personCommands[type].schema;
    fc.assert(fc.property(commandData(type), (data) => schema.safeParse(data).success));
  });

  it('reach an event and a refusal of every command', () => {
    const steps = fc
      .sample(commandSequence, { numRuns: 400, seed: 1 })
      .flatMap((commands) => run(commands).steps);
    const reached = (wanted: (step: Step) => boolean) =>
      [...new Set(steps.filter(wanted).map(({ command }) => command.type))].toSorted();
    expect(reached((step) => eventsOf(step).length > 0)).toEqual(types.toSorted());
    expect(reached(({ decision }) => !decision.accepted)).toEqual(types.toSorted());
  });
});
