import type { ProcedureOutput } from '../../../domain/contract/procedures.ts';
import type { ViewStatus } from '../../../domain/contract/views.ts';
import { counted } from '../counted.ts';
import { EXIT, type ExitCode, type Output } from '../output.ts';
import type { Session } from '../session-port.ts';
import type { Verb } from '../verb.ts';
import { printReply } from './answer.ts';

const PROGRESS_MS = 1000;

function viewsOf(status: unknown): readonly ViewStatus[] {
  return (status as ProcedureOutput<'views.status'>).views;
}

type Progress = NonNullable<ViewStatus['rebuild']>;

function progressWords(what: string, { share, eventsPerSecond, secondsLeft }: Progress): string {
  const left = secondsLeft === null ? '' : `, about ${secondsLeft} s left`;
  return `${what}: ${Math.floor(share * 100)} %, ${counted(eventsPerSecond, 'event')} a second${left}`;
}

/** Views that are built in one reading are all as far as one of them. */
async function tellProgress(views: readonly string[], engine: Session, output: Output): Promise<void> {
  const status = await engine.call('views.status', {});
  const found = status.ok ? viewsOf(status.value) : [];
  const running = found.find(({ view, rebuild: progress }) => progress !== null && views.includes(view));
  const what = views.length === 1 ? String(views[0]) : 'all views';
  if (running?.rebuild) output.words(progressWords(what, running.rebuild));
}

async function whileTelling<T>(
  views: readonly string[],
  { engine, output }: Telling,
  task: () => Promise<T>,
): Promise<T> {
  const telling = setInterval(() => void tellProgress(views, engine, output), PROGRESS_MS);
  try {
    return await task();
  } finally {
    clearInterval(telling);
  }
}

interface Telling {
  readonly engine: Session;
  readonly output: Output;
}

async function rebuildOne(view: string, to: Telling): Promise<ExitCode> {
  return printReply(
    to.output,
    await whileTelling([view], to, () => to.engine.call('views.rebuild', { view })),
  );
}

/** In one reading of the log. A view that fails must not hold up the others: then they are built one by one. */
async function rebuildAll(to: Telling): Promise<ExitCode> {
  const status = await to.engine.call('views.status', {});
  if (!status.ok) return printReply(to.output, status);
  const views = viewsOf(status.value).map(({ view }) => view);
  const reply = await whileTelling(views, to, () => to.engine.call('views.rebuild', {}));
  if (!reply.ok)
    return reply.error.code === 'rebuild-failed' ? oneByOne(views, to) : printReply(to.output, reply);
  for (const view of views) await to.output.json({ ...(reply.value as object), view });
  return EXIT.done;
}

async function oneByOne(views: readonly string[], to: Telling): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const view of views) codes.push(await rebuildOne(view, to));
  return codes.find((code) => code !== EXIT.done) ?? EXIT.done;
}

export const rebuild: Verb = {
  usage: 'rebuild [VIEW] --data DIR',
  summary: 'Build a view again from the log, or all of them',
  help: [
    'Standard output: one line of JSON per view: its name, the events read and the seconds taken. Without VIEW the log is',
    'read once for all of them, so that they have both in common.',
    'Standard error: every second how far it is, how fast, and how long it will take.',
  ],
  positionals: { least: 0, most: 1 },
  needsLog: true,
  run: async ({ arguments: { positionals }, output, session }) => {
    const to = { engine: await session(), output };
    const [view] = positionals;
    return view === undefined ? rebuildAll(to) : rebuildOne(view, to);
  },
};
