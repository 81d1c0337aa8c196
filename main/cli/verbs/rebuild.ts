import type { ProcedureOutput } from '../../../domain/contract/procedures.ts';
import type { ViewStatus } from '../../../domain/contract/views.ts';
import { EXIT, type ExitCode, type Output } from '../output.ts';
import type { Session } from '../session-port.ts';
import type { Verb } from '../verb.ts';
import { printReply } from './answer.ts';

const PROGRESS_MS = 1000;

function viewsOf(status: unknown): readonly ViewStatus[] {
  return (status as ProcedureOutput<'views.status'>).views;
}

function progressWords({ view, rebuild: progress }: ViewStatus): string | null {
  if (progress === null) return null;
  const { share, eventsPerSecond, secondsLeft } = progress;
  const left = secondsLeft === null ? '' : `, about ${secondsLeft} s left`;
  return `${view}: ${Math.floor(share * 100)} %, ${eventsPerSecond} events a second${left}`;
}

async function tellProgress(view: string, engine: Session, output: Output): Promise<void> {
  const status = await engine.call('views.status', {});
  const found = status.ok ? viewsOf(status.value).find((each) => each.view === view) : undefined;
  const words = found === undefined ? null : progressWords(found);
  if (words !== null) output.words(words);
}

async function rebuildOne(view: string, engine: Session, output: Output): Promise<ExitCode> {
  const telling = setInterval(() => void tellProgress(view, engine, output), PROGRESS_MS);
  try {
    return await printReply(output, await engine.call('views.rebuild', { view }));
  } finally {
    clearInterval(telling);
  }
}

export const rebuild: Verb = {
  usage: 'rebuild [VIEW] --data DIR',
  summary: 'Build a view again from the log, or all of them',
  help: [
    'Standard output: one line of JSON per view: its name, the events read and the seconds taken.',
    'Standard error: every second how far it is, how fast, and how long it will take.',
  ],
  positionals: { least: 0, most: 1 },
  needsLog: true,
  run: async ({ arguments: { positionals }, output, session }) => {
    const engine = await session();
    const status = await engine.call('views.status', {});
    if (!status.ok) return printReply(output, status);
    const views = positionals.length > 0 ? positionals : viewsOf(status.value).map(({ view }) => view);
    for (const view of views) {
      const code = await rebuildOne(view, engine, output);
      if (code !== EXIT.done) return code;
    }
    return EXIT.done;
  },
};
