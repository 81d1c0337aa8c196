import { expect } from 'vitest';
import type { Outcome, Submission } from '../../../domain/contract/commands.ts';
import type { VerifyReport } from '../../../domain/contract/views.ts';
import { dataFolderAt } from '../../store/data-folder.ts';
import { type ExportedEvent, exportEvents } from '../../store/sqlite/export.ts';
import { openReadable } from '../../store/sqlite/open-database.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';

export function exported(folder: string): ExportedEvent[] {
  return [...exportEvents(dataFolderAt(folder))].map((line) => JSON.parse(line) as ExportedEvent);
}

/** Positions, versions and ids without gaps or repetition; every commit as long as it says it is. */
export function expectWholeLog(folder: string): ExportedEvent[] {
  const events = exported(folder);
  expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
  const versions = new Map<string, number>();
  for (const { streamId, version } of events) {
    expect(version).toBe((versions.get(streamId) ?? 0) + 1);
    versions.set(streamId, version);
  }
  const ids = events.map(({ eventId }) => eventId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(tornCommits(folder)).toEqual([]);
  return events;
}

/** Commits that have more or fewer events than they say, or whose command is known twice or not at all. */
function tornCommits(folder: string): unknown[] {
  const db = openReadable({ file: dataFolderAt(folder).log });
  try {
    return db
      .prepare(
        `SELECT c.number FROM commits c LEFT JOIN events e ON e.commit_number = c.number
         LEFT JOIN commands k ON k.commit_number = c.number AND k.command_id = c.command_id
         GROUP BY c.number HAVING count(e.position) <> c.event_count OR count(DISTINCT k.command_id) <> 1`,
      )
      .all();
  } finally {
    db.close();
  }
}

/** Every event that somebody was told of is on the log as they were told. */
export function expectAcknowledged(events: readonly ExportedEvent[], answered: readonly Outcome[]): void {
  const known = new Map(events.map((event) => [event.eventId, event]));
  for (const { commandId, events: told, streamId } of answered) {
    for (const { eventId, type, version, position } of told) {
      expect(known.get(eventId)).toMatchObject({ commandId, streamId, type, version, position });
    }
  }
}

export async function verified(console: TestConsole): Promise<VerifyReport> {
  return console.ask('log.verify');
}

export async function expectVerified(console: TestConsole): Promise<void> {
  const { ok, findings } = await verified(console);
  expect({ ok, findings }).toEqual({ ok: true, findings: [] });
}

/** Opens the folder as the next console would, and finds the log whole, the views right and all that was told. */
export async function expectNothingLost(folder: string, answered: readonly Outcome[]): Promise<TestConsole> {
  const console = openTestConsole({ dataFolder: folder });
  expectAcknowledged(expectWholeLog(folder), answered);
  await expectVerified(console);
  return console;
}

/** Whoever did not hear of a command sends it again: what had been carried out is not carried out twice. */
export async function expectExactlyOnce(
  console: TestConsole,
  sent: readonly Submission[],
  answered: readonly Outcome[],
): Promise<void> {
  const before = new Map(exported(console.folder).map((event) => [event.commandId, event]));
  const first = new Map(answered.map((outcome) => [outcome.commandId, outcome]));
  const again = await console.submitAll(sent);
  const isKnown = (id: string): boolean => before.has(id) || first.get(id)?.status === 'accepted';
  // One that changed nothing may be kept although nobody heard of it.
  for (const { commandId, duplicate = false, events } of again)
    if (isKnown(commandId) || events.length > 0) expect(duplicate).toBe(isKnown(commandId));
  const accepted = again.filter(({ commandId }) => first.get(commandId)?.status === 'accepted');
  expect(accepted.map(({ events }) => events)).toEqual(
    accepted.map(({ commandId }) => first.get(commandId)?.events),
  );
  expectWholeLog(console.folder);
  await expectVerified(console);
}
