import type { Registry } from '../../domain/kernel/registry.ts';
import type { ReadableDb } from '../store/sqlite/open-database.ts';
import type { Findings, Note } from './findings.ts';
import { type FoldedStream, foldStreams } from './fold-streams.ts';
import type { Pacer } from './pacer.ts';
import { planRanges, type StreamRange } from './plan-ranges.ts';
import { differenceAt } from './same-json.ts';
import { openSearchDigests } from './search-index.ts';
import { keyedChecks, type ViewCheck } from './view-checks.ts';
import { checkState, type ViewState } from './view-states.ts';

export interface ViewsOptions {
  readonly log: ReadableDb;
  readonly views: ReadableDb;
  readonly registry: Registry;
  readonly pacer: Pacer;
  readonly findings: Findings;
}

/** Person's key → the views whose rows are not what the fold says. */
export type Suspicions = Map<number, Set<string>>;

/** Of what the log itself holds. */
export interface FoldCounts {
  persons: number;
  unknownEvents: number;
}

const VIEWS = [...Object.keys(keyedChecks), 'search'];

export function viewNote(findings: Findings, view: string): Note {
  return findings.check(`view-${view}`);
}

async function openCheck(options: ViewsOptions, { view, generation }: ViewState): Promise<ViewCheck | null> {
  const { views, pacer, findings } = options;
  const open = keyedChecks[view];
  try {
    return open?.(views, generation) ?? (await openSearchDigests(views, generation, pacer));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const message = `The view ${view} cannot be read (${error.message}). Rebuild it.`;
    viewNote(findings, view)('view-unreadable', message, { view });
    return null;
  }
}

/** The views that can be compared, opened; what is wrong with the others is noted. */
export async function openChecks(
  options: ViewsOptions,
  states: ReadonlyMap<string, ViewState>,
  head: number,
): Promise<ReadonlyMap<string, ViewCheck>> {
  const checks = new Map<string, ViewCheck>();
  for (const view of VIEWS) {
    const state = states.get(view);
    if (!checkState(view, state, head, viewNote(options.findings, view)) || state === undefined) continue;
    const check = await openCheck(options, state);
    if (check !== null) checks.set(view, check);
  }
  return checks;
}

/** Folds the whole log, range by range, and notes which persons' rows differ, are missing or are too many. */
export async function findSuspects(
  options: ViewsOptions,
  checks: ReadonlyMap<string, ViewCheck>,
): Promise<{ readonly suspicions: Suspicions; readonly counts: FoldCounts }> {
  const { log, pacer, findings } = options;
  const suspicions: Suspicions = new Map();
  const counts: FoldCounts = { persons: 0, unknownEvents: 0 };
  const note = findings.check('events');
  for (const range of planRanges(log)) {
    const streams = await foldStreams({ ...options, db: log }, range, {
      unknown: () => {
        counts.unknownEvents += 1;
      },
      unreadable: ({ position }, error) =>
        note('event-not-readable', `The event at position ${position} cannot be read: ${String(error)}`, {
          position,
        }),
    });
    for (const stream of streams.values()) counts.persons += stream.person === null ? 0 : 1;
    for (const part of partsOf(range, streams)) {
      for (const [view, check] of checks) compareRange(view, check, part, suspicions);
      await pacer.breathe();
    }
  }
  return { suspicions, counts };
}

interface Part extends StreamRange {
  readonly streams: readonly FoldedStream[];
}

const PART_PERSONS = 500;

/** Parts that together cover every key of a range, those without a stream included. */
function* partsOf(range: StreamRange, streams: ReadonlyMap<number, FoldedStream>): Generator<Part> {
  const all = [...streams.values()];
  let first = range.first;
  for (let from = 0; from < all.length || from === 0; from += PART_PERSONS) {
    const part = all.slice(from, from + PART_PERSONS);
    const isLast = from + PART_PERSONS >= all.length;
    const last = isLast ? range.last : (part.at(-1)?.key ?? range.last);
    yield { first, last, streams: part };
    first = last + 1;
  }
}

function suspect(suspicions: Suspicions, key: number, view: string): void {
  const views = suspicions.get(key) ?? new Set();
  views.add(view);
  suspicions.set(key, views);
}

function compareRange(view: string, check: ViewCheck, part: Part, suspicions: Suspicions): void {
  const rows = new Map(check.read(part.first, part.last));
  for (const stream of part.streams) {
    const actual = rows.get(stream.key);
    rows.delete(stream.key);
    if (stream.comparable && differenceOf(check, stream, actual) !== null)
      suspect(suspicions, stream.key, view);
  }
  for (const key of rows.keys()) suspect(suspicions, key, view);
}

/** Null where a person's rows are what the fold says; otherwise where they differ. */
export function differenceOf(check: ViewCheck, { person }: FoldedStream, actual: unknown): string | null {
  if (person !== null && check.same?.(person, actual) === true) return null;
  const found = check.open === undefined ? actual : check.open(actual);
  try {
    return differenceAt(person === null ? undefined : check.expect(person), found);
  } catch (error) {
    // History may hold what no row can be made of: whatever row there is, it is not explained.
    return `what cannot be shown (${String(error)})`;
  }
}
