// Bugs that sync must not have. Each replaces one place of the sources; where that has changed, the list is changed with it.

/**
 * `spec`: the specification that has to find it, and `test` the one of its tests where the others take long.
 *
 * @typedef {{ what: string, file: string, from: string, to: string, spec: string, test?: string }} Mutant
 */

/** @type {readonly Mutant[]} */
export const MUTANTS = [
  {
    what: 'the predecessor of a message is not looked at',
    file: 'domain/sync/judge.ts',
    from: "if (commit.predecessor !== known.head) return { kind: 'void', reason: 'predecessor' };",
    to: '',
    spec: 'domain/sync/judge.spec.ts',
  },
  {
    what: 'a command that was done is taken in again',
    file: 'domain/sync/judge.ts',
    from: "if (known.isCommandDone) return { kind: 'void', reason: 'command-repeated' };",
    to: '',
    spec: 'domain/sync/judge.spec.ts',
  },
  {
    what: 'a duplicate acknowledgement is believed',
    file: 'main/sync/publisher.ts',
    from: 'if (ack.duplicate) void this.#readBack(underWay, ack.sequence);',
    to: '',
    spec: 'main/sync/publisher.spec.ts',
  },
  {
    what: 'what was acknowledged and never came back is not sent again',
    file: 'main/sync/under-way.ts',
    from: 'messageId: attempt === 0 ? commitId : `${commitId}~${attempt}`,',
    to: 'messageId: commitId,',
    spec: 'main/sync/publisher.spec.ts',
  },
  {
    what: 'every message expects to be the first of its subject',
    file: 'main/sync/under-way.ts',
    from: 'expected: corrected ?? subjectSequence,',
    to: 'expected: 0,',
    spec: 'main/sync/publisher.spec.ts',
  },
  {
    what: 'whoever was slower sends again without taking in what came first',
    file: 'main/sync/publisher.ts',
    from: '} else if (last > this.#position) this.#blocked.set(streamId, last);',
    to: '} else if (last < 0) this.#blocked.set(streamId, last);',
    spec: 'main/sync/publisher.spec.ts',
  },
  {
    what: 'both changed the same field, and the later one wins in silence',
    file: 'domain/sync/rebase.ts',
    from: "if (this.#meets(paths, this.#theirPlaces)) return this.#conflict(commit, 'same-field', {});",
    to: '',
    spec: 'domain/sync/rebase.spec.ts',
  },
  {
    what: 'what builds on a conflict goes on without it',
    file: 'domain/sync/rebase.ts',
    from: 'if (restsOn !== undefined) {',
    to: 'if (restsOn === null) {',
    spec: 'domain/sync/rebase.spec.ts',
  },
  {
    what: 'a command that came back from somebody else is done twice',
    file: 'domain/sync/rebase.ts',
    from: "if (commit.commandId === this.#input.othersCommandId) return { kind: 'dropped', commit, because: 'done' };",
    to: '',
    spec: 'domain/sync/rebase.spec.ts',
  },
  {
    what: 'a conflict is not noted',
    file: 'main/engine/join-others.ts',
    from: 'this.#detected(step.detection, before, taken);',
    to: '',
    spec: 'main/store/sqlite/kept-for-sync.int.spec.ts',
  },
  {
    what: 'what was replaced still goes out',
    file: 'main/store/sqlite/put-aside.ts',
    from: '[SQL.outbox, SQL.sent].map(',
    to: '[SQL.sent].map(',
    spec: 'main/sync/ids-of-others.int.spec.ts',
  },
  {
    what: 'the place in the log is not kept',
    file: 'main/engine/take-in.ts',
    from: 'if (position > before) sync.moveTo(position);',
    to: '',
    spec: 'main/sync/ids-of-others.int.spec.ts',
  },
  {
    what: 'whether the server still has what was taken in is not looked at',
    file: 'main/sync/common-ground.ts',
    from: 'return bisect(await stepDown(Math.min(position, lastSequence), search), search);',
    to: 'return search.floor + position;',
    spec: 'main/sync/common-ground.spec.ts',
  },
  {
    what: 'a message that stands in its old place by chance says that all before it does',
    file: 'main/sync/common-ground.ts',
    from: 'return time === null || message.time === null || message.time === time;',
    to: 'return true;',
    spec: 'main/sync/common-ground.spec.ts',
  },
  {
    what: 'a commit that was put aside cannot come back',
    file: 'main/engine/join-others.ts',
    from: 'if (isIdHeld) sync.giveUpIds(commit);',
    to: '',
    spec: 'main/sync/ids-of-others.int.spec.ts',
  },
  {
    what: 'the server of another installation is as good as ours',
    file: 'main/sync/agree.ts',
    from: 'if (ours !== null && theirs !== null && ours !== theirs) throw otherInstallation(ours, theirs);',
    to: '',
    spec: 'main/sync/nats-sync.int.spec.ts',
  },
  {
    what: 'a server that lost the log is filled without a question',
    file: 'main/sync/agree.ts',
    from: "if (!allowed.has('fill')) throw logLost();",
    to: '',
    spec: 'main/sync/nats-sync.int.spec.ts',
  },
  {
    what: 'after a step back a subject expects what is gone',
    file: 'main/store/sqlite/step-back.ts',
    from: 'subject_sequence = max(',
    to: 'subject_sequence = max(subject_sequence, ',
    spec: 'main/sync/simulated.int.spec.ts',
    test: 'what a broker has lost',
  },
  {
    what: 'a message that is written in another way is a commit',
    file: 'domain/sync/commit-message.ts',
    from: "return writeMessage(commit) === text ? null : 'It is not written in the one way that commits are written';",
    to: 'return null;',
    spec: 'domain/sync/commit-message.spec.ts',
  },
  {
    what: 'a second event of ours, under whose id somebody has sent another, confirms ours',
    file: 'main/store/sqlite/own-commits.ts',
    from: 'AND e.position = c.first_event ',
    to: '',
    spec: 'main/sync/ids-of-others.int.spec.ts',
  },
  {
    what: 'an id that is taken is taken once more',
    file: 'domain/sync/judge.ts',
    from: "if (known.isIdTaken) return { kind: 'void', reason: 'repeated' };",
    to: '',
    spec: 'main/sync/ids-of-others.int.spec.ts',
  },
  {
    what: 'a command waits for itself',
    file: 'main/store/sqlite/outbox-reader.ts',
    from: 'causing: `SELECT 1 FROM outbox WHERE commit_number < ? AND',
    to: 'causing: `SELECT 1 FROM outbox WHERE commit_number <> ? + 1e15 AND',
    spec: 'main/sync/ids-of-others.int.spec.ts',
  },
  {
    what: 'a link that is lost leaves behind who waits over it',
    file: 'main/sync/requests/request-round.ts',
    from: 'const end = (): void => reject(roundOver());',
    to: 'const end = (): void => undefined;',
    spec: 'main/sync/requests/request-round.spec.ts',
  },
];
