import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ADA } from './testing/given.ts';
import { createRegistry } from './kernel/registry.ts';
import { personContext } from './person/index.ts';
import { registry } from './registry.ts';

const commands = [...registry.commands.values()];
const events = [...registry.events.values()];

describe('the registry', () => {
  it('decides persons', () => {
    expect(registry.contexts.get('person')).toBe(personContext);
    expect(commands.length).toBeGreaterThan(30);
    expect(events.length).toBeGreaterThan(10);
  });

  it('takes no definition twice', () => {
    expect(() => createRegistry([personContext, personContext])).toThrow(/is defined twice/);
  });

  it.each(commands.map((command) => [command.type, command] as const))(
    '%s has words for people',
    (_, command) => {
      expect(command.title).toMatch(/^[A-Z][^.]*$/);
      expect(command.description).toMatch(/^[A-Z].*\.$/);
      expect(registry.contexts.has(command.category)).toBe(true);
    },
  );

  it.each(commands.map((command) => [command.type, command] as const))(
    '%s names every field',
    (_, command) => {
      const shape: Record<string, z.ZodType> = (command.schema as z.ZodObject).shape;
      const untitled = Object.keys(shape).filter((field) => !shape[field]?.meta()?.title);
      expect(untitled).toEqual([]);
    },
  );

  it('describes commands and events as JSON Schema, for the catalogue', () => {
    for (const { schema } of [...commands, ...events]) {
      expect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })).toMatchObject({
        type: 'object',
      });
    }
  });

  it('decides every command on the stream of the person or conflict it names', () => {
    for (const { target } of commands) expect(target({ personId: ADA, conflictId: ADA })).toBe(ADA);
  });

  it.each(events.map((event) => [event.type, event] as const))('%s has words and a version', (_, event) => {
    expect(event.title).toMatch(/^[A-Z][^.]*$/);
    expect(event.description).toMatch(/^[A-Z].*\.$/);
    expect(event.schemaVersion).toBeGreaterThanOrEqual(1);
  });
});
