import { expect, it } from 'vitest';
import { z } from 'zod';
import { registry } from '../../domain/registry.ts';
import type { CommandDefinition } from '../../domain/kernel/command.ts';
import { parseCommand } from './command-envelope.ts';

const envelope = {
  type: 'UpdateName',
  data: {},
  commandId: '0198c0de-0000-7000-8000-000000000001',
  actor: 'user:grace',
  timestamp: '2026-11-25T10:00:00.000Z',
};

it('a schema that trips over the data fails this command, with a code', () => {
  const trips = z.unknown().refine(() => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  const definition = { ...registry.commands.get('UpdateName'), schema: trips } as CommandDefinition;
  const commands = new Map([['UpdateName', definition]]);
  expect(() => parseCommand({ ...registry, commands }, envelope)).toThrow(
    expect.objectContaining({
      error: expect.objectContaining({ code: 'command-unreadable', kind: 'bug' }) as object,
    }),
  );
});
