import type { Clock } from '../../../domain/ports/clock.ts';
import type { CommitDraft, StreamHead } from '../../../domain/ports/event-log.ts';
import type {
  ConfirmedMessage,
  OddMessage,
  OutboxEntry,
  PendingInStream,
  SyncLog,
} from '../../../domain/ports/sync-log.ts';
import type { ArrivedMessage } from '../../../domain/ports/take-in.ts';
import { type CommitMessage, subjectOf } from '../../../domain/sync/commit-message.ts';
import type { Known } from '../../../domain/sync/judge.ts';
import { BrokerPlace } from './broker-place.ts';
import type { CommitWriter } from './commit-writer.ts';
import { ConfirmedHeads } from './confirmed-heads.ts';
import { EventIds } from './event-ids.ts';
import type { EventReader } from './event-reader.ts';
import type { GreatestIds } from './greatest-ids.ts';
import { KnownCommits } from './known-commits.ts';
import type { NameReader } from './names.ts';
import { OddMessages } from './odd-messages.ts';
import { OutboxReader } from './outbox-reader.ts';
import type { WritableDb } from './open-database.ts';
import { OwnCommits } from './own-commits.ts';
import { type NextCommit, PendingChain } from './pending-chain.ts';
import { PutAside } from './put-aside.ts';
import { ReadOut } from './read-out.ts';
import { SentCommands } from './sent-commands.ts';
import { damaged } from './sqlite-errors.ts';
import { readSetting, writeSetting } from './settings.ts';
import { StepBack } from './step-back.ts';

const SQL = {
  seen: 'UPDATE streams SET subject_sequence = max(subject_sequence, ?) WHERE name = ?',
} as const;

export interface SyncLogOptions {
  readonly db: WritableDb;
  readonly clock: Clock;
  /** Id of this data folder. */
  readonly origin: string;
  readonly names: NameReader;
  readonly reader: EventReader;
  readonly writer: CommitWriter;
  readonly greatest: GreatestIds;
}

export class SqliteSyncLog implements SyncLog {
  readonly #options: SyncLogOptions;
  readonly #chain: PendingChain;
  readonly #outbox: OutboxReader;
  readonly #heads = new ConfirmedHeads();
  readonly #readOut = new ReadOut();
  readonly #own: OwnCommits;
  readonly #known: KnownCommits;
  readonly #stepBack: StepBack;
  readonly #place: BrokerPlace;
  readonly #ids: EventIds;
  readonly #odd: OddMessages;
  readonly #putAside: PutAside;
  readonly #sent: SentCommands;
  readonly #statements;

  constructor(options: SyncLogOptions) {
    const { db, names, reader, writer, greatest } = options;
    this.#options = options;
    this.#chain = new PendingChain(db, names, reader);
    this.#outbox = new OutboxReader(db, names, options.origin);
    this.#own = new OwnCommits(db);
    this.#stepBack = new StepBack(db);
    this.#place = new BrokerPlace(db);
    this.#ids = new EventIds(db, writer, greatest);
    this.#known = new KnownCommits({
      db,
      chain: this.#chain,
      heads: this.#heads,
      outbox: this.#outbox,
      ids: this.#ids,
      writer,
      isNewCommand: (id) => greatest.isNewCommand(id),
    });
    this.#odd = new OddMessages(db);
    this.#putAside = new PutAside(db);
    this.#sent = new SentCommands(db);
    this.#statements = {
      seen: db.prepare<[number, string]>(SQL.seen),
    };
  }

  position = (): number => this.#place.position();
  noteTime: SyncLog['noteTime'] = (sequence, time) => this.#place.noteTime(sequence, time);
  confirmedAtMost = (sequence: number): ConfirmedMessage | null => this.#place.confirmedAtMost(sequence);

  moveTo = (sequence: number): void => {
    this.#place.moveTo(sequence);
    this.#sent.reached(sequence);
  };

  known = (commit: CommitMessage): Known => this.#known.of(commit);

  outbox = (after: number, limit: number): readonly OutboxEntry[] =>
    this.#noted(this.#outbox.after(after, limit));
  outboxEntries = (numbers: readonly number[]): readonly OutboxEntry[] =>
    this.#noted(this.#outbox.those(numbers));

  pendingIn = (streamId: string): readonly PendingInStream[] => {
    this.#settle(streamId);
    return this.#chain.of(streamId).pending.map(({ number }) => this.#chain.read(streamId, number));
  };

  pendingStreamOf = (commandId: string): string | null => this.#known.pendingStreamOf(commandId);

  isSettled = (streamId: string): boolean => this.#chain.nextOf(streamId) === null;

  confirmedHead = (streamId: string): StreamHead | null => {
    this.#settle(streamId);
    return this.#chain.frontOf(streamId).head;
  };

  confirmSent = ({ body, subject, sequence }: ArrivedMessage): OutboxEntry | null => {
    const entry = this.#readOut.take(body);
    if (entry === null || subject !== subjectOf(entry.streamId)) return null;
    const next = this.#nextOf(entry.streamId);
    if (next?.number !== entry.number) return null;
    this.#confirm(next, sequence);
    return entry;
  };

  confirm = ({ streamId, commitId }: CommitMessage, sequence: number): void => {
    const next = this.#nextOf(streamId);
    if (next === null) throw damaged(this.#options.db.name, `${commitId} is not pending`);
    this.#confirm(next, sequence);
  };

  supersede = (streamId: string): void => {
    this.#settle(streamId);
    this.#outbox.fresh.clear();
    this.#heads.forget(streamId);
    this.#options.writer.left(this.#putAside.all(this.#chain.of(streamId)));
  };

  waitingWithIdsOf = (commit: CommitMessage): readonly string[] => this.#ids.waitingElsewhere(commit);
  giveUpIds = (commit: CommitMessage): void => this.#ids.giveUp(commit);

  keep = (message: OddMessage, streamId: string | null): void => {
    if (streamId !== null) {
      this.#settle(streamId);
      this.#statements.seen.run(message.sequence, streamId);
    }
    this.#odd.keep(message, this.#options.clock.now());
  };

  installation = (): string | null => readSetting(this.#options.db, 'installation');
  bind = (installation: string): void => writeSetting(this.#options.db, 'installation', installation);

  stepBack = (sequence: number): number => {
    const commits = this.#stepBack.to(sequence);
    this.#forgetRead();
    this.#sent.stepBack(sequence);
    this.moveTo(sequence);
    this.#options.writer.left(-commits);
    return commits;
  };

  waiting = (): { commits: number; oldest: number | null } => ({
    commits: this.#options.writer.pending,
    oldest: this.#outbox.oldest(),
  });

  appended(number: number, draft: CommitDraft, head: StreamHead): void {
    if (draft.remote !== undefined) return this.#heads.moved(draft.streamId, head);
    this.#heads.forget(draft.streamId);
    this.#outbox.fresh.note({ number, stream: head.key, draft });
  }

  /** Inside the transaction, at its end. */
  write(): void {
    this.#own.write();
    this.#place.write();
  }

  /** After a roll-back. */
  forget(): void {
    this.#own.forget();
    this.#place.forget();
    this.#chain.forget();
    this.#forgetRead();
    this.#sent.forget();
  }

  #forgetRead(): void {
    this.#readOut.clear();
    this.#outbox.fresh.clear();
    this.#heads.clear();
    this.#odd.forget();
  }

  #noted(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
    this.#readOut.note(entries);
    return entries;
  }

  #nextOf(streamId: string): NextCommit | null {
    this.#settle(streamId);
    return this.#chain.nextOf(streamId);
  }

  #confirm({ number, stream }: NextCommit, sequence: number): void {
    this.#own.confirm(number, stream, sequence);
    this.#outbox.fresh.left(number);
    this.#options.writer.left(1);
  }

  /** What the group under way has gathered of a stream is in no table yet. */
  #settle(streamId: string): void {
    const { writer } = this.#options;
    if (writer.headOf(streamId) !== undefined) writer.write();
  }
}
