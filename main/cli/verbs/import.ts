import { existsSync } from 'node:fs';
import { parse, resolve } from 'node:path';
import { failure } from '../../../domain/contract/errors.ts';
import type { ImportFile, ImportInspection, ImportResult } from '../../../domain/contract/import.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import type { ProcedureOutput } from '../../../domain/contract/procedures.ts';
import { answerOf } from '../ask.ts';
import { followJob } from '../follow-job.ts';
import { mappingOf } from '../mapping-argument.ts';
import { counted } from '../counted.ts';
import { EXIT, type ExitCode } from '../output.ts';
import type { Session } from '../session-port.ts';
import type { Verb, VerbContext } from '../verb.ts';

const AT_ONCE = 500;
const USAGE =
  'import [FILE] --data DIR [--mapping M] [--dry-run] [--suggest] [--duplicates skip|import] [--refused OUT] [--resume JOB]';

function wrongUse(message: string): Error {
  return failure('wrong-use', 'arguments-invalid', `${message} Use it like this: ${USAGE}`);
}

async function suggest(file: ImportFile, engine: Session, { output }: VerbContext): Promise<ExitCode> {
  const { fileId } = file;
  const found = await answerOf<ImportInspection>(engine, 'import.inspect', { fileId });
  const { reading, rows, warnings, suggestion, leftOut, paths } = found;
  const about = `${rows.exact ? '' : 'about '}${counted(rows.estimated, 'row')}`;
  const columns = counted(paths.length, 'column or path', 'columns or paths');
  output.words(`${reading.format}, ${reading.encoding}, ${about}, ${columns}`);
  for (const { message } of warnings) output.words(message);
  if (suggestion === null) {
    output.words('There is nothing to map.');
    return EXIT.refused;
  }
  for (const { path, entry, why } of leftOut)
    output.words(`Not suggested: ${path}${entry === null ? '' : ` › ${entry}`}. ${why}`);
  await output.text(JSON.stringify(suggestion, null, 2));
  return EXIT.done;
}

/** Beside the file, under a name that is free. */
function refusedName(path: string): string {
  const { dir, name, ext } = parse(path);
  const base = `${dir}/${name.replace(/\.refused(?:-\d+)?$/, '')}.refused`;
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${base}${ext}` : `${base}-${number}${ext}`;
    if (!existsSync(file)) return file;
  }
}

async function printRows(jobId: string, engine: Session, { output }: VerbContext): Promise<void> {
  for (let after: number | null = 0; after !== null && output.closed() === null; ) {
    const page: ProcedureOutput<'import.results'> = await answerOf(engine, 'import.results', {
      jobId,
      after,
      limit: AT_ONCE,
    });
    for (const row of page.rows) await output.json(row);
    after = page.next;
  }
}

async function writeRefused(job: Job, file: string, engine: Session, context: VerbContext): Promise<string> {
  const started = await answerOf<Job>(engine, 'jobs.write', {
    kind: 'import-refused',
    jobId: job.jobId,
    file,
  });
  const stop = new AbortController().signal;
  const { error } = await followJob(started.jobId, { engine, output: context.output, stop });
  if (error !== null) throw failure(error.kind, error.code, error.message, error.details);
  return file;
}

function countWords({
  rows,
  new: added,
  changed,
  unchanged,
  duplicate,
  refused,
  dryRun,
}: ImportResult): string {
  const counts = `${added} new, ${changed} changed, ${unchanged} unchanged, ${counted(duplicate, 'possible duplicate')}, ${refused} refused`;
  return `${dryRun ? 'Dry run, nothing was changed. ' : ''}${counted(rows, 'row')}: ${counts}`;
}

interface Ended {
  readonly job: Job;
  readonly result: ImportResult;
  /** Null where the file is not known here: the work was resumed. */
  readonly path: string | null;
}

/** Where what was not taken goes; null where there is none, or nobody wants it. */
function refusedTarget({ result, path }: Ended, { arguments: { refused } }: VerbContext): string | null {
  if (result.refused + result.duplicate === 0) return null;
  if (refused !== null) return resolve(refused);
  return result.dryRun || path === null ? null : refusedName(path);
}

/** Null, and why, where the file could not be written: what was imported is told all the same. */
async function tryToWriteRefused(
  ended: Ended,
  engine: Session,
  context: VerbContext,
): Promise<{ readonly file: string | null; readonly failed: Error | null }> {
  const target = refusedTarget(ended, context);
  if (target === null) return { file: null, failed: null };
  try {
    return { file: await writeRefused(ended.job, target, engine, context), failed: null };
  } catch (failed) {
    return { file: null, failed: failed as Error };
  }
}

async function report(ended: Ended, engine: Session, context: VerbContext): Promise<ExitCode> {
  const { job, result } = ended;
  const { output } = context;
  if (result.dryRun) await printRows(job.jobId, engine, context);
  const { file: refusedFile, failed } = await tryToWriteRefused(ended, engine, context);
  await output.json({ jobId: job.jobId, state: job.state, refusedFile, ...result });
  output.words(countWords(result));
  if (refusedFile !== null)
    output.words(`Mend the rows in ${refusedFile} and import it with the same mapping.`);
  if (failed !== null) {
    output.words('What was refused could not be written down. Import the file again with --refused OUT:');
    throw failed;
  }
  if (job.state === 'done') return result.refused + result.duplicate === 0 ? EXIT.done : EXIT.refused;
  output.words(`It ended early (${job.state}). Go on with: import --resume ${job.jobId}`);
  return EXIT.refused;
}

async function finish(
  started: Job,
  path: string | null,
  engine: Session,
  context: VerbContext,
): Promise<ExitCode> {
  const { output, interruption } = context;
  output.words(`Import ${started.jobId}`);
  const job = await followJob(started.jobId, { engine, output, stop: interruption() });
  if (job.error !== null) throw failure(job.error.kind, job.error.code, job.error.message, job.error.details);
  if (job.result === null)
    throw failure('retryable', 'interrupted', 'The import ended before any row was read. Start it again.');
  return report({ job, result: job.result as ImportResult, path }, engine, context);
}

function duplicatesOf(given: string | null): string {
  const duplicates = given ?? 'skip';
  if (duplicates === 'skip' || duplicates === 'import') return duplicates;
  throw wrongUse(`--duplicates takes skip or import, not ${JSON.stringify(given)}.`);
}

async function start(path: string, context: VerbContext): Promise<ExitCode> {
  const { mapping, suggest: isSuggest, dryRun, duplicates } = context.arguments;
  if (mapping === null && isSuggest === null)
    throw wrongUse('Say with which mapping, or ask for one with --suggest.');
  const policy = duplicatesOf(duplicates);
  const engine = await context.session();
  const file = await answerOf<ImportFile>(engine, 'import.open', { path });
  if (mapping === null) return suggest(file, engine, context);
  const input = {
    fileId: file.fileId,
    mapping: await mappingOf(mapping, engine),
    dryRun: dryRun === true,
    duplicates: policy,
  };
  return finish(await answerOf<Job>(engine, 'import.start', input), path, engine, context);
}

export const importVerb: Verb = {
  usage: USAGE,
  summary: 'Import persons from a CSV, JSON or JSON Lines file',
  help: [
    '--mapping M: a file, or the name of a saved mapping. --suggest prints one to begin with, from what the file holds.',
    '--dry-run changes nothing. Standard output: one line of JSON per row, new, changed, unchanged, duplicate or refused and why.',
    'Standard output at the end: the result as one JSON object. Standard error: every second how far it is.',
    'What was refused goes to FILE.refused, or to --refused OUT, with the reasons: mend it and import it with the same mapping.',
    '--duplicates import takes new persons who possibly exist already; they are passed over otherwise.',
    'The same file imported again changes nothing. On SIGTERM or SIGINT it ends between rows; --resume JOB goes on from there,',
    'also after a crash. The exit code is 1 if a row was refused or passed over.',
  ],
  positionals: { least: 0, most: 1 },
  run: async (context) => {
    const { positionals, resume, refused } = context.arguments;
    // It is never written over, and an import that has been carried out is the wrong time to say so.
    if (refused !== null && existsSync(resolve(refused)))
      throw wrongUse(`${resolve(refused)} is there already: name another file for --refused.`);
    const [file] = positionals;
    if (resume === null) {
      if (file === undefined) throw wrongUse('Say which file to import.');
      return start(resolve(file), context);
    }
    if (file !== undefined) throw wrongUse('--resume knows its file.');
    const engine = await context.session();
    const job = await answerOf<Job>(engine, 'jobs.resume', { jobId: resume });
    return finish(job, null, engine, context);
  },
};
