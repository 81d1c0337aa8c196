import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/contract/commands.ts';
import { type ExportedEvent, exportEvents } from '../store/sqlite/export.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { createPerson, personIdOf, submission } from '../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';
import { commitBytes, MAX_COMMIT_BYTES } from './commit-size.ts';

function addTag(number: number) {
  const data = { personId: personIdOf(1), componentType: 'Tag', data: { name: `tag ${number}` } };
  return submission('AddComponent', data);
}

async function withTags(count: number): Promise<TestConsole> {
  const console = openTestConsole();
  await console.submit(createPerson(1));
  const outcomes = await console.submitAll(Array.from({ length: count }, (_, number) => addTag(number)));
  expect(outcomes.every(({ status }) => status === 'accepted')).toBe(true);
  return console;
}

/** One command, thousands of small events. */
function removeTags(console: TestConsole): Promise<Outcome> {
  return console.submit(submission('UnregisterComponent', { personId: personIdOf(1), componentType: 'Tag' }));
}

function exportedLines(console: TestConsole, commandId: string): string[] {
  const lines = [...exportEvents(dataFolderAt(console.folder))];
  return lines.filter((line) => (JSON.parse(line) as ExportedEvent).commandId === commandId);
}

describe('the size of a commit', () => {
  it('counts each event as it is sent, not its data alone: thousands of small ones are refused', async () => {
    const console = await withTags(2000);
    expect(await removeTags(console)).toMatchObject({
      status: 'rejected',
      code: 'commit-too-large',
      details: { limit: MAX_COMMIT_BYTES },
    });
  });

  it('is no less than what export writes of it, and little more', async () => {
    const console = await withTags(400);
    const { commandId, status } = await removeTags(console);
    expect(status).toBe('accepted');
    const lines = exportedLines(console, commandId);
    const events = lines.map((line) => JSON.parse(line) as ExportedEvent);
    expect(events.length).toBe(400);
    const many = Array.from({ length: 3 }, () => events).flat();
    const written = 3 * Buffer.byteLength(lines.join(''));
    const [first] = events;
    const counted = commitBytes({
      streamId: first?.streamId ?? '',
      actor: first?.actor ?? '',
      events: many.map(({ data, ...event }) => ({ ...event, data: JSON.stringify(data) })),
    });
    expect(counted).toBeGreaterThanOrEqual(written);
    expect(counted).toBeLessThan(1.3 * written);
  });

  it('counts an actor and texts beyond ASCII in full', () => {
    const event = {
      eventId: '',
      type: 'PersonCreated',
      schemaVersion: 1,
      data: JSON.stringify('名'.repeat(200_000)),
    };
    expect(commitBytes({ streamId: '', actor: '', events: [event] })).toBeGreaterThan(600_000);
    const small = { ...event, data: '{}' };
    const events = Array.from({ length: 1000 }, () => small);
    const growth = (actor: string): number =>
      commitBytes({ streamId: '', actor, events }) - commitBytes({ streamId: '', actor: '', events });
    expect(growth('名'.repeat(100))).toBe(300 * 1000);
  });
});
