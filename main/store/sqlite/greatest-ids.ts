import type { Statement } from 'better-sqlite3';
import { categoryOf } from '../../../domain/kernel/ids.ts';
import type { WritableDb } from './open-database.ts';
import { fromBlob } from './uuid-blob.ts';

const GREATEST_COMMAND = `SELECT max(id) FROM (SELECT max(command_id) AS id FROM commands
  UNION ALL SELECT max(command_id) FROM idle_commands)`;

/**
 * Most ids are made in the order of time: one that is greater than all before it is new, and needs no look-up. Others
 * are looked up as ever; all that can go wrong is to do so in vain.
 */
export class GreatestIds {
  readonly #command: Statement<[], Buffer | null>;
  readonly #event: Statement<[], Buffer | null>;
  readonly #stream: Statement<[string, string], string | null>;
  #commandId: string;
  #eventId: string;
  readonly #streamIds = new Map<string, string>();

  constructor(db: WritableDb) {
    this.#command = db.prepare<[], Buffer | null>(GREATEST_COMMAND).pluck();
    this.#stream = db
      .prepare<[string, string], string | null>('SELECT max(name) FROM streams WHERE name > ? AND name < ?')
      .pluck();
    this.#event = db.prepare<[], Buffer | null>('SELECT max(event_id) FROM events').pluck();
    this.#commandId = this.#read(this.#command);
    this.#eventId = this.#read(this.#event);
  }

  isNewCommand(commandId: string): boolean {
    return commandId > this.#commandId;
  }

  isNewEvent(eventId: string): boolean {
    return eventId > this.#eventId;
  }

  isNewStream(streamId: string): boolean {
    return streamId > this.#streamOf(categoryOf(streamId));
  }

  tookCommand(commandId: string): void {
    if (commandId > this.#commandId) this.#commandId = commandId;
  }

  tookEvents(events: readonly { readonly eventId: string }[]): void {
    for (const { eventId } of events) if (eventId > this.#eventId) this.#eventId = eventId;
  }

  tookStream(streamId: string): void {
    const category = categoryOf(streamId);
    if (streamId > this.#streamOf(category)) this.#streamIds.set(category, streamId);
  }

  /** After a roll-back. */
  forget(): void {
    this.#commandId = this.#read(this.#command);
    this.#eventId = this.#read(this.#event);
    this.#streamIds.clear();
  }

  #read(statement: Statement<[], Buffer | null>): string {
    const greatest = statement.get() ?? null;
    return greatest === null ? '' : fromBlob(greatest);
  }

  #streamOf(category: string): string {
    const known = this.#streamIds.get(category);
    if (known !== undefined) return known;
    const greatest = this.#stream.get(`${category}-`, `${category}.`) ?? '';
    this.#streamIds.set(category, greatest);
    return greatest;
  }
}
