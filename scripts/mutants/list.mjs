// Bugs that sync must not have. Each replaces one place of the sources; where that has changed, the list is changed with it.

/** @typedef {{ what: string, file: string, from: string, to: string }} Mutant */

/** @type {readonly Mutant[]} */
export const MUTANTS = [
  {
    what: 'the predecessor of a message is not looked at',
    file: 'domain/sync/judge.ts',
    from: "if (commit.predecessor !== known.head) return { kind: 'void', reason: 'predecessor' };",
    to: '',
  },
  {
    what: 'a command that was done is taken in again',
    file: 'domain/sync/judge.ts',
    from: "if (known.isCommandDone) return { kind: 'void', reason: 'command-repeated' };",
    to: '',
  },
  {
    what: 'a duplicate acknowledgement is believed',
    file: 'main/sync/publisher.ts',
    from: 'if (ack.duplicate) void this.#readBack(underWay, ack.sequence);',
    to: '',
  },
  {
    what: 'what was acknowledged and never came back is not sent again',
    file: 'main/sync/under-way.ts',
    from: 'messageId: attempt === 0 ? commitId : `${commitId}~${attempt}`,',
    to: 'messageId: commitId,',
  },
  {
    what: 'every message expects to be the first of its subject',
    file: 'main/sync/under-way.ts',
    from: 'expected: corrected ?? subjectSequence,',
    to: 'expected: 0,',
  },
  {
    what: 'whoever was slower sends again without taking in what came first',
    file: 'main/sync/publisher.ts',
    from: '} else if (last > this.#position) this.#blocked.set(streamId, last);',
    to: '} else if (last < 0) this.#blocked.set(streamId, last);',
  },
  {
    what: 'both changed the same field, and the later one wins in silence',
    file: 'domain/sync/rebase.ts',
    from: "if (this.#meets(paths, this.#theirPlaces)) return this.#conflict(commit, 'same-field', {});",
    to: '',
  },
  {
    what: 'what builds on a conflict goes on without it',
    file: 'domain/sync/rebase.ts',
    from: "if (restsOn !== undefined) return this.#conflict(commit, 'rests-on', { restsOn });",
    to: '',
  },
  {
    what: 'a command that came back from somebody else is done twice',
    file: 'domain/sync/rebase.ts',
    from: "if (commit.commandId === this.#input.othersCommandId) return { kind: 'dropped', commit, because: 'done' };",
    to: '',
  },
  {
    what: 'a conflict is not noted',
    file: 'main/engine/join-others.ts',
    from: 'this.#detected(step.detection, before, taken);',
    to: '',
  },
  {
    what: 'what was replaced still goes out',
    file: 'main/store/sqlite/sync-log.ts',
    from: '      left.run(number);\n      forget.run(number, commandId);',
    to: '      forget.run(number, commandId);',
  },
  {
    what: 'the place in the log is not kept',
    file: 'main/engine/take-in.ts',
    from: 'if (position > before) sync.moveTo(position);',
    to: '',
  },
  {
    what: 'whether the server still has what was taken in is not looked at',
    file: 'main/sync/agree.ts',
    from: '    if (await isSameUpTo(sequence, { connection, sync, first: firstSequence })) return sequence;',
    to: '    return position;',
  },
  {
    what: 'a message that stands in its old place by chance says that all before it does',
    file: 'main/sync/agree.ts',
    from: 'const LOOKED_AT = 64;',
    to: 'const LOOKED_AT = 1;',
  },
  {
    what: 'a commit that was put aside cannot come back',
    file: 'main/engine/join-others.ts',
    from: 'if (known.isPutAside) sync.giveUpIds(commit);',
    to: '',
  },
  {
    what: 'the server of another installation is as good as ours',
    file: 'main/sync/agree.ts',
    from: 'if (ours !== null && theirs !== null && ours !== theirs) throw otherInstallation(ours, theirs);',
    to: '',
  },
  {
    what: 'a server that lost the log is filled without a question',
    file: 'main/sync/agree.ts',
    from: "if (!allowed.has('fill')) throw logLost();",
    to: '',
  },
  {
    what: 'after a step back a subject expects what is gone',
    file: 'main/store/sqlite/step-back.ts',
    from: 'subject_sequence = max(',
    to: 'subject_sequence = max(subject_sequence, ',
  },
  {
    what: 'a message that is written in another way is a commit',
    file: 'domain/sync/commit-message.ts',
    from: "return writeMessage(commit) === text ? null : 'It is not written in the one way that commits are written';",
    to: 'return null;',
  },
];
