import { describe, expect, it } from 'vitest';
import { failure } from '../../../domain/contract/errors.ts';
import {
  appending,
  damaged,
  isPassing,
  opening,
  parseStored,
  translateSqliteError,
  translating,
} from './sqlite-errors.ts';

function driverError(code: string): Error {
  return Object.assign(new Error('what the driver says'), { code });
}

describe('an error of the driver', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full', 'retryable'],
    ['SQLITE_READONLY_DIRECTORY', 'data-folder-readonly', 'terminal'],
    ['SQLITE_NOTADB', 'not-a-database', 'terminal'],
    ['SQLITE_CORRUPT_VTAB', 'database-corrupt', 'terminal'],
    ['SQLITE_BUSY_SNAPSHOT', 'database-busy', 'retryable'],
    ['SQLITE_CANTOPEN', 'data-folder-unreadable', 'terminal'],
    ['SQLITE_IOERR_READ', 'disk-error', 'retryable'],
    ['SQLITE_NOMEM', 'out-of-memory', 'retryable'],
  ])('%s is %s', (code, stable, kind) => {
    const original = driverError(code);
    const translated = translateSqliteError(original, '/data/log.db');
    expect(translated).toMatchObject({
      error: { code: stable, kind, message: expect.stringContaining('/data/log.db') as string },
      cause: original,
    });
  });

  it('that has no words of ours stays what it is', () => {
    const error = driverError('SQLITE_CONSTRAINT_PRIMARYKEY');
    expect(translateSqliteError(error, '/data/log.db')).toBe(error);
  });

  it.each([new Error('a bug'), Object.assign(new Error('no file'), { code: 'ENOENT' }), 'a text', null])(
    'is something else than %s',
    (error) => {
      expect(translateSqliteError(error, '/data/log.db')).toBe(error);
    },
  );

  it('that was translated before is not translated again', () => {
    const error = failure('rejected', 'some-code', 'Words.');
    expect(translateSqliteError(error, '/data/log.db')).toBe(error);
  });

  it('passes or stays: a full disk passes, a wrong value does not', () => {
    expect(isPassing(driverError('SQLITE_FULL'))).toBe(true);
    expect(isPassing(driverError('SQLITE_CONSTRAINT_NOTNULL'))).toBe(false);
    expect(isPassing(new Error('a bug'))).toBe(false);
  });
});

it('translating answers what the work answers, and throws what it throws in our words', () => {
  expect(translating('/data/log.db', () => 42)).toBe(42);
  expect(() =>
    translating('/data/log.db', () => {
      throw driverError('SQLITE_FULL');
    }),
  ).toThrow('is full');
});

describe('damage', () => {
  it('of the views is no loss, and that of the log asks for a backup', () => {
    expect(damaged('/data/views.db').message).toContain('made anew from the log');
    expect(damaged('/data/log.db', 'a part of it').message).toContain(
      '(a part of it). Nothing was changed. Run verify',
    );
  });

  it('is what a text is that is no JSON', () => {
    expect(parseStored('{"a":1}', '/data/log.db')).toEqual({ a: 1 });
    expect(() => parseStored('{oops', '/data/log.db')).toThrow('not what was written');
  });

  const failing = (code: string) => () => {
    throw driverError(code);
  };

  it('is what a missing table is while a file is opened', () => {
    expect(opening('/data/log.db', () => 42)).toBe(42);
    expect(() => opening('/data/log.db', failing('SQLITE_ERROR'))).toThrow(
      'tables are not as they were made',
    );
    expect(() => opening('/data/log.db', failing('SQLITE_BUSY'))).toThrow('locked by another program');
    expect(() => opening('/data/log.db', failing('OTHER'))).toThrow('what the driver says');
  });

  it('is what a number is that should be free, while the log is written', () => {
    expect(appending('/data/log.db', () => 42)).toBe(42);
    expect(() => appending('/data/log.db', failing('SQLITE_CONSTRAINT_PRIMARYKEY'))).toThrow(
      'a number is taken',
    );
    expect(() => appending('/data/log.db', failing('SQLITE_FULL'))).toThrow('is full');
  });
});
