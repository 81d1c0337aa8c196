import type { ArrivedMessage, TakenIn } from '../../domain/ports/take-in.ts';
import { type CommitMessage, streamOfSubject } from '../../domain/sync/commit-message.ts';
import { readMessage } from '../../domain/sync/read-message.ts';
import { judge } from '../../domain/sync/judge.ts';
import { Arriving } from './arriving.ts';
import { JoinOthers, type TakeInOptions } from './join-others.ts';
import { nothingTaken } from './taken-in.ts';

/** Takes in what comes from the installation, in its order: the only place where commits are confirmed. */
export class TakeIn {
  readonly #options: TakeInOptions;
  readonly #others: JoinOthers;
  readonly #arriving = new Arriving(() => performance.now());

  constructor(options: TakeInOptions) {
    this.#options = options;
    this.#others = new JoinOthers(options);
  }

  /** The views give way to what comes next. */
  expectsMore(): boolean {
    return this.#arriving.isExpected();
  }

  /** In one durable transaction. Messages that were taken in before are passed over. `more`: others have arrived. */
  take(messages: readonly ArrivedMessage[], more = false): TakenIn {
    const { log, states } = this.#options;
    this.#arriving.note(messages.length, more);
    const taken = nothingTaken();
    try {
      log.group(() => this.#all(messages, taken));
    } catch (error) {
      states.clear();
      throw error;
    }
    return taken;
  }

  #all(messages: readonly ArrivedMessage[], taken: TakenIn): void {
    const { sync } = this.#options;
    const before = sync.position();
    let position = before;
    for (const message of messages) {
      if (message.sequence <= position) continue;
      if (!this.#one(message, taken)) break;
      position = message.sequence;
      sync.noteTime(position, message.time);
    }
    if (position > before) sync.moveTo(position);
  }

  /** False where it is for a newer program: nothing after it can be taken in either. */
  #one(message: ArrivedMessage, taken: TakenIn): boolean {
    const { sequence, subject, body } = message;
    const sent = this.#options.sync.confirmSent(message);
    if (sent !== null) {
      confirmed(sent, taken);
      return true;
    }
    const read = readMessage(body, subject);
    if (read.ok) this.#commit(read.commit, message, taken);
    else if (read.newer) taken.updateRequired = true;
    else {
      taken.unreadable += 1;
      const odd = { sequence, subject, body, commitId: null, reason: 'unreadable', detail: read.reason };
      this.#options.sync.keep(odd, streamOfSubject(subject));
    }
    return !taken.updateRequired;
  }

  #commit(commit: CommitMessage, message: ArrivedMessage, taken: TakenIn): void {
    const { sync } = this.#options;
    const { sequence } = message;
    const known = sync.known(commit);
    const verdict = judge(commit, sequence, known);
    if (verdict.kind === 'others') this.#others.join(commit, sequence, known, taken);
    if (verdict.kind === 'own') {
      sync.confirm(commit, sequence);
      confirmed(commit, taken);
    }
    if (verdict.kind === 'void') {
      sync.keep(
        { ...message, commitId: commit.commitId, reason: verdict.reason, detail: '' },
        commit.streamId,
      );
      taken.voids += 1;
    }
  }
}

function confirmed(
  { streamId, commandId }: Pick<CommitMessage, 'streamId' | 'commandId'>,
  taken: TakenIn,
): void {
  taken.confirmed += 1;
  taken.settledStreams.add(streamId);
  taken.confirmedCommands.push(commandId);
}
