import { viewNote, type Suspicions, type ViewsOptions, differenceOf } from './compare-views.ts';
import { type FoldedStream, foldStreams } from './fold-streams.ts';
import { openSearchWords } from './search-index.ts';
import { keyedChecks, type ViewCheck } from './view-checks.ts';
import { isRunning, readStates, type ViewState } from './view-states.ts';

/** A person whose rows in a view agree with none of the states that they may have. */
interface Difference {
  readonly key: number;
  readonly streamId: string | null;
  readonly view: string;
  readonly actual: unknown;
  readonly expected: boolean;
  readonly path: string;
  /** An operator let the view go past an event of this person. */
  readonly skipped: boolean;
}

const PERSONS_AT_ONCE = 1000;
/** Between rounds, so that a view that is just going past a retried or skipped event gets on. */
const PAUSES_MS = [0, 30, 100];

const SKIPPED = ['view-skipped', 'was let past an event and differs from the log since'] as const;
const MISSING = ['view-row-missing', 'has no rows of somebody'] as const;
const EXTRA = ['view-row-extra', 'has rows that the log does not explain'] as const;
const WRONG = ['view-row-wrong', 'differs from the log'] as const;

interface Suspect {
  readonly view: string;
  readonly check: ViewCheck;
  readonly state: ViewState;
  readonly actual: unknown;
  matched: boolean;
  skipped: boolean;
}

type Suspects = ReadonlyMap<number, readonly Suspect[]>;

/** Both sides as they are now. The views first: the log that is read after them knows every row they hold. */
function refresh({ log, views }: ViewsOptions): void {
  for (const db of [views, log]) {
    db.exec('ROLLBACK');
    db.exec('BEGIN');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  }
}

async function openView(
  options: ViewsOptions,
  { view, generation }: ViewState,
  keys: readonly number[],
): Promise<ViewCheck> {
  const open = keyedChecks[view];
  return open === undefined
    ? openSearchWords(options.views, generation, new Set(keys), options.pacer)
    : open(options.views, generation);
}

async function gather(options: ViewsOptions, part: Suspicions): Promise<Suspects> {
  const suspects = new Map<number, Suspect[]>([...part.keys()].map((key) => [key, []]));
  for (const state of readStates(options.views).values()) {
    const { view } = state;
    const keys = [...part].filter(([, views]) => views.has(view)).map(([key]) => key);
    if (keys.length === 0 || !isRunning(state)) continue;
    const check = await openView(options, state, keys);
    for (const key of keys) {
      const actual = check.read(key, key).get(key);
      suspects.get(key)?.push({ view, check, state, actual, matched: false, skipped: false });
    }
    await options.pacer.breathe();
  }
  return suspects;
}

function compare(stream: FoldedStream, suspect: Suspect): void {
  suspect.matched ||= differenceOf(suspect.check, stream, suspect.actual) === null;
}

/**
 * Rows are written from the stream's head, so they may be ahead of the view's checkpoint: right is what agrees with
 * the person as of any event from the checkpoint on.
 */
async function compareHistory(options: ViewsOptions, part: Suspicions): Promise<Difference[]> {
  const suspects = await gather(options, part);
  const before = (stream: FoldedStream, position: number): void => {
    for (const suspect of suspects.get(stream.key) ?? []) {
      if (position > suspect.state.position) compare(stream, suspect);
      if (suspect.state.skipped.has(position)) suspect.skipped = true;
    }
  };
  const streams = await foldStreams({ ...options, db: options.log }, { keys: [...part.keys()] }, { before });
  return [...suspects].flatMap(([key, ofPerson]) => {
    const stream = streams.get(key) ?? null;
    return ofPerson.flatMap((suspect) => differencesOf(key, stream, suspect));
  });
}

function nobody(key: number): FoldedStream {
  return { key, streamId: '', isPerson: false, person: null, comparable: true };
}

function differencesOf(key: number, found: FoldedStream | null, suspect: Suspect): Difference[] {
  const stream = found ?? nobody(key);
  const { view, check, actual, skipped } = suspect;
  compare(stream, suspect);
  if (suspect.matched || !stream.comparable) return [];
  const path = differenceOf(check, stream, actual) ?? '';
  const expected = differenceOf(check, stream, undefined) !== null;
  return [{ key, streamId: found?.streamId ?? null, view, actual, expected, path, skipped }];
}

function report(options: ViewsOptions, difference: Difference): void {
  const { key, streamId, view, actual, expected, path, skipped } = difference;
  const who = streamId ?? `stream number ${key}, which the log does not have`;
  const details = { view, streamId, key, ...(path === '' ? {} : { path }) };
  const note = viewNote(options.findings, view);
  const [code, words] = skipped ? SKIPPED : actual === undefined ? MISSING : expected ? WRONG : EXTRA;
  const where = code === 'view-row-wrong' ? ` at ${path}` : '';
  note(code, `The view ${view} ${words}${where}: ${who}. Rebuild the view.`, details);
}

function toSuspicions(differences: readonly Difference[]): Suspicions {
  const suspicions: Suspicions = new Map();
  for (const { key, view } of differences) {
    suspicions.set(key, (suspicions.get(key) ?? new Set()).add(view));
  }
  return suspicions;
}

async function round(options: ViewsOptions, suspicions: Suspicions): Promise<Difference[]> {
  const entries = [...suspicions];
  const differences: Difference[] = [];
  for (let from = 0; from < entries.length; from += PERSONS_AT_ONCE) {
    refresh(options);
    const part = new Map(entries.slice(from, from + PERSONS_AT_ONCE));
    differences.push(...(await compareHistory(options, part)));
  }
  return differences;
}

/** Looks again at what differed, as it is now; only what persists is a finding. */
export async function recheck(options: ViewsOptions, suspicions: Suspicions): Promise<void> {
  let left = suspicions;
  let differences: readonly Difference[] = [];
  for (const pause of PAUSES_MS) {
    if (left.size === 0) return;
    if (pause > 0) await options.pacer.rest(pause);
    differences = await round(options, left);
    left = toSuspicions(differences);
  }
  for (const difference of differences) report(options, difference);
}
