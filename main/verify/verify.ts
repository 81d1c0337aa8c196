import type { VerifyReport } from '../../domain/contract/views.ts';
import { ConsoleFailure } from '../../domain/contract/errors.ts';
import type { Registry } from '../../domain/kernel/registry.ts';
import { openReadable, type ReadableDb } from '../store/sqlite/open-database.ts';
import { CommitStructure } from './commit-structure.ts';
import { findSuspects, openChecks, type ViewsOptions } from './compare-views.ts';
import { EventStructure } from './event-structure.ts';
import { Findings, type Note } from './findings.ts';
import { checkIntegrity } from './integrity.ts';
import { CANCELLED, type Pacer } from './pacer.ts';
import { recheck } from './recheck.ts';
import { checkHeads } from './stream-heads.ts';
import { awaitViews, readStates } from './view-states.ts';

export interface VerifyOptions {
  readonly files: { readonly log: string; readonly views: string };
  readonly registry: Registry;
  readonly pacer: Pacer;
  /** Milliseconds, for how long it took. */
  readonly now: () => number;
  /** Gives the driver's errors their stable codes. */
  readonly translate: (error: unknown, file: string) => unknown;
}

type Counts = Omit<VerifyReport, 'ok' | 'checks' | 'findings' | 'unlisted' | 'seconds'>;

/**
 * Proves the log and the views of a data folder, while an engine may be working in it. Reads on connections of its
 * own, so that everything is compared as of one moment. Throws `verify-cancelled`, and what opening can throw.
 */
export async function verify(options: VerifyOptions): Promise<VerifyReport> {
  const started = options.now();
  const { files } = options;
  const opened: ReadableDb[] = [];
  const open = (file: string): ReadableDb => {
    const db = openReadable({ file });
    opened.push(db);
    return db;
  };
  try {
    const verification = new Verification(options, { log: open(files.log), views: open(files.views) });
    const counts = await verification.run();
    const seconds = (options.now() - started) / 1000;
    return { ...verification.findings.report(), ...counts, seconds };
  } finally {
    for (const db of opened) db.close();
  }
}

interface Sides {
  readonly log: ReadableDb;
  readonly views: ReadableDb;
}

class Verification {
  readonly findings = new Findings();
  readonly #options: VerifyOptions;
  readonly #sides: Sides;
  readonly #counts: Counts = {
    events: 0,
    commits: 0,
    streams: 0,
    persons: 0,
    unknownEvents: 0,
    supersededEvents: 0,
    redactedEvents: 0,
  };

  constructor(options: VerifyOptions, sides: Sides) {
    this.#options = options;
    this.#sides = sides;
  }

  async run(): Promise<Counts> {
    const { log, views } = this.#options.files;
    await this.#check('log-integrity', log, (note) => checkIntegrity(this.#sides.log, log, note));
    await this.#check('views-integrity', views, (note) => checkIntegrity(this.#sides.views, views, note));
    const head = await this.#takeSnapshots();
    await this.#checkStructure();
    await this.#compareViews(head);
    return this.#counts;
  }

  /** Both databases as of one moment each: the views no earlier than the log, unless they do not get on. */
  async #takeSnapshots(): Promise<number> {
    const { log, views } = this.#sides;
    let head = 0;
    await this.#check('positions', this.#options.files.log, () => {
      log.exec('BEGIN');
      head = Number(log.prepare('SELECT max(position) FROM events').pluck().get() ?? 0);
      const commits = Number(log.prepare('SELECT max(number) FROM commits').pluck().get() ?? 0);
      // Events are read twice: for how they hang together, and to be folded.
      this.#options.pacer.expect(2 * head + commits);
    });
    await this.#check('views', this.#options.files.views, async () => {
      await awaitViews(views, head, this.#options.pacer);
      views.exec('BEGIN');
      readStates(views);
    });
    return head;
  }

  async #checkStructure(): Promise<void> {
    const { log } = this.#sides;
    const { pacer } = this.#options;
    const file = this.#options.files.log;
    const names = ['positions', 'streams', 'commits', 'commands', 'events'] as const;
    const [positions, streams, commits, commands, events] = names.map((name) => this.findings.check(name));
    if (!positions || !streams || !commits || !commands || !events) return;
    const structure = new EventStructure(log, { positions, streams, commits, events });
    await this.#check('positions', file, () => structure.walk(pacer));
    const chain = new CommitStructure(log, { commits, commands });
    await this.#check('commits', file, () => chain.walk(pacer, structure.last));
    const found = { tails: structure.tails, pending: chain.pending };
    await this.#check('streams', file, async (note) => {
      this.#counts.streams = await checkHeads(log, found, note, pacer);
    });
    this.#counts.events = structure.count;
    this.#counts.supersededEvents = structure.superseded;
    this.#counts.redactedEvents = structure.redacted;
    this.#counts.commits = chain.count;
  }

  async #compareViews(head: number): Promise<void> {
    const { registry, pacer } = this.#options;
    const options: ViewsOptions = { ...this.#sides, registry, pacer, findings: this.findings };
    let checks: Awaited<ReturnType<typeof openChecks>> = new Map();
    await this.#check('views', this.#options.files.views, async () => {
      checks = await openChecks(options, readStates(this.#sides.views), head);
    });
    await this.#check('events', this.#options.files.log, async () => {
      const { suspicions, counts } = await findSuspects(options, checks);
      this.#counts.persons = counts.persons;
      this.#counts.unknownEvents = counts.unknownEvents;
      await recheck(options, suspicions);
    });
  }

  /** A check that cannot be carried out is a finding, and the others go on. */
  async #check(name: string, file: string, work: (note: Note) => unknown): Promise<void> {
    const note = this.findings.check(name);
    try {
      await work(note);
    } catch (thrown) {
      const error = this.#options.translate(thrown, file);
      if (!(error instanceof ConsoleFailure)) {
        return note(
          'check-not-finished',
          `The check "${name}" of ${file} could not be finished (${String(thrown)}). Run verify again; if it happens again, report it.`,
          { file },
        );
      }
      if (error.error.code === CANCELLED) throw error;
      note(error.error.code, error.error.message, { file });
    }
  }
}
