import { type ConsoleFailure, ConsoleFailure as Failure, failure } from '../../../domain/contract/errors.ts';
import { diskFull } from '../disk-full.ts';

interface SqliteError {
  readonly code: string;
  readonly message: string;
}

function isSqliteError(error: unknown): error is SqliteError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE')
  );
}

/**
 * `what` could not be read: a part of the file, in words. What to do depends on what is lost: the views are made from
 * the log, the log from nothing.
 */
export function damaged(file: string, what = 'the database cannot read it'): ConsoleFailure {
  const message = file.endsWith('views.db')
    ? `${file} is damaged (${what}). The log is not: close the console and remove that file, it is made anew from the log.`
    : `${file} is damaged (${what}). Nothing was changed. Run verify to see how far it can be read, then restore a backup.`;
  return failure('terminal', 'database-corrupt', message, { file });
}

/** JSON that was written by this program: where it cannot be read, the file is damaged. */
export function parseStored(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(file, 'a text in it is not what was written');
  }
}

type Translation = readonly [prefix: string, make: (file: string) => ConsoleFailure];

const translations: readonly Translation[] = [
  ['SQLITE_FULL', diskFull],
  [
    'SQLITE_READONLY',
    (file) =>
      failure(
        'terminal',
        'data-folder-readonly',
        `${file} cannot be written. Give this user write access to the data folder.`,
        { file },
      ),
  ],
  [
    'SQLITE_NOTADB',
    (file) =>
      failure('terminal', 'not-a-database', `${file} is not a database. Move it away, or restore a backup.`, {
        file,
      }),
  ],
  ['SQLITE_CORRUPT', (file) => damaged(file)],
  [
    'SQLITE_NOMEM',
    (file) =>
      failure(
        'retryable',
        'out-of-memory',
        `There was not enough memory to work on ${file}. Nothing was changed; close other programs and try again.`,
        { file },
      ),
  ],
  [
    'SQLITE_BUSY',
    (file) =>
      failure('retryable', 'database-busy', `${file} is locked by another program. Close it and try again.`, {
        file,
      }),
  ],
  [
    'SQLITE_CANTOPEN',
    (file) =>
      failure(
        'terminal',
        'data-folder-unreadable',
        `${file} cannot be opened. Check that the folder exists and that this user may use it.`,
        { file },
      ),
  ],
  [
    'SQLITE_IOERR',
    (file) =>
      failure(
        'retryable',
        'disk-error',
        `The disk reported an error on ${file}. Nothing was acknowledged; check the disk and try again.`,
        { file },
      ),
  ],
];

/** Driver errors get a stable code here, at the edge; everything else passes through unchanged. */
export function translateSqliteError(error: unknown, file: string): unknown {
  if (error instanceof Failure || !isSqliteError(error)) return error;
  const match = translations.find(([prefix]) => error.code.startsWith(prefix));
  if (match === undefined) return error;
  const translated = match[1](file);
  translated.cause = error;
  return translated;
}

const PASSING = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_BUSY', 'SQLITE_NOMEM'];

/** The disk's fault, not that of what was being written: the same again may succeed. */
export function isPassing(error: unknown): boolean {
  return isSqliteError(error) && PASSING.some((prefix) => error.code.startsWith(prefix));
}

function isCode(error: unknown, prefix: string): boolean {
  return isSqliteError(error) && error.code.startsWith(prefix);
}

/** While a file is opened: all that our statements name is there, unless the file is damaged. */
export function opening<T>(file: string, work: () => T): T {
  return translating(file, () => {
    try {
      return work();
    } catch (error) {
      throw isCode(error, 'SQLITE_ERROR') ? damaged(file, 'its tables are not as they were made') : error;
    }
  });
}

/** While the log is written: its numbers and ids are new, unless what is there cannot be read. */
export function appending<T>(file: string, work: () => T): T {
  return translating(file, () => {
    try {
      return work();
    } catch (error) {
      throw isCode(error, 'SQLITE_CONSTRAINT') ? damaged(file, 'a number is taken that was free') : error;
    }
  });
}

export function translating<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translateSqliteError(error, file);
  }
}
