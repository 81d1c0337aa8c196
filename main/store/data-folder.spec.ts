import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import {
  dataFolderAt,
  defaultDataFolder,
  ensurePrivate,
  holdsLog,
  prepareDataFolder,
  refuseLostLog,
  requireLog,
} from './data-folder.ts';

const NOBODY = 65534;

/** No permission stops root: what it does here, it does as somebody else. */
function asSomebody<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

const refused = (code: string, message: string, kind = 'terminal') => ({
  error: expect.objectContaining({ kind, code, message }) as object,
});

function refusalOf(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return null;
}

describe('a data folder', () => {
  it('has its files in it, whatever way its path is written', () => {
    expect(dataFolderAt('some/../some/where')).toMatchObject({
      path: resolve('some/where'),
      log: resolve('some/where/log.db'),
      views: resolve('some/where/views.db'),
      lock: resolve('some/where/engine.lock'),
    });
  });

  it('has its socket in it, as long as there is room for its path', () => {
    expect(dataFolderAt('/data').socket).toBe('/data/engine.sock');
    const deep = dataFolderAt(`/data/${'deep/'.repeat(30)}`).socket;
    expect(Buffer.byteLength(deep)).toBeLessThanOrEqual(100);
    expect(deep).not.toBe(dataFolderAt(`/data/${'deep/'.repeat(31)}`).socket);
    expect(deep).toBe(dataFolderAt(`/data/${'deep/'.repeat(30)}`).socket);
  });

  it.each([
    ['short', 'data'],
    ['longer than a socket’s path', 'long/'.repeat(30)],
  ])('has one socket, whichever link leads to it, made already or not: %s', (_what, below) => {
    const parent = realpathSync(tempFolder());
    const folder = join(parent, 'real', below);
    symlinkSync(join(parent, 'real'), join(parent, 'link'));
    const through = join(parent, 'link', below);
    const before = dataFolderAt(folder).socket;
    mkdirSync(folder, { recursive: true });
    expect([through, folder].map((each) => dataFolderAt(each).socket)).toEqual([before, before]);
    symlinkSync(folder, join(parent, 'data'));
    expect(dataFolderAt(join(parent, 'data')).socket).toBe(before);
    expect(Buffer.byteLength(before)).toBeLessThanOrEqual(100);
  });

  it('that is not there holds no log', () => {
    expect(holdsLog(dataFolderAt('/nowhere/at/all'))).toBe(false);
  });

  it('is by default where the platform keeps data of applications', () => {
    expect(defaultDataFolder({ XDG_DATA_HOME: '/home/ada/data' })).toBe('/home/ada/data/person-console/data');
    const usual = defaultDataFolder({});
    expect(defaultDataFolder({ XDG_DATA_HOME: '' })).toBe(usual);
    expect(defaultDataFolder({ XDG_DATA_HOME: 'data' })).toBe(usual);
    expect(usual.endsWith(join('.local', 'share', 'person-console', 'data'))).toBe(true);
  });
});

describe('preparing a data folder', () => {
  it('makes it and those above it for this user alone', () => {
    const path = join(tempFolder(), 'some', 'where');
    expect(prepareDataFolder(path)).toEqual(dataFolderAt(path));
    expect([statSync(path).mode & 0o077, statSync(join(path, '..')).mode & 0o077]).toEqual([0, 0]);
    // Again it is found as it is.
    expect(prepareDataFolder(path).path).toBe(path);
  });

  it('says so where a file stands in its place, or in that of one above it', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'data')]) {
      const words = `${path} is not a folder. Choose another with --data.`;
      expect(refusalOf(() => prepareDataFolder(path))).toMatchObject(
        refused('data-folder-not-a-folder', words),
      );
    }
  });

  it('says so where there can be no such folder', () => {
    const path = join(tempFolder(), 'x'.repeat(300));
    const words = `The system cannot make or use ${path} (ENAMETOOLONG). Check the path, or choose another folder with --data.`;
    expect(refusalOf(() => prepareDataFolder(path))).toMatchObject(refused('data-folder-unusable', words));
  });

  it('says so where this user may not write, and names what the system said', () => {
    const parent = tempFolder();
    chmodSync(parent, 0o555);
    const path = join(parent, 'data');
    const words = `The data folder ${path} cannot be written (EACCES). Give this user write access, or choose another folder with --data.`;
    const refusal = refusalOf(() => asSomebody(() => prepareDataFolder(path)));
    chmodSync(parent, 0o700);
    expect(refusal).toMatchObject(refused('data-folder-readonly', words));
  });
});

describe('a file of a data folder', () => {
  it('is made for its owner alone, and what others could read is theirs no more', () => {
    const folder = tempFolder();
    const [fresh, open] = [join(folder, 'fresh'), join(folder, 'open')];
    writeFileSync(open, 'kept', { mode: 0o644 });
    for (const file of [fresh, open]) {
      ensurePrivate(file);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    expect(statSync(open).size).toBe(4);
  });

  it('is refused where it is somebody else’s, or cannot be made', () => {
    const folder = tempFolder();
    const file = join(folder, 'log.db');
    writeFileSync(file, '', { mode: 0o644 });
    chmodSync(folder, 0o755);
    if (process.geteuid?.() === 0) chownSync(file, 0, 0);
    else chmodSync(folder, 0o000);
    const refusal = refusalOf(() => asSomebody(() => ensurePrivate(file)));
    chmodSync(folder, 0o700);
    expect(refusal).toMatchObject({ error: { code: 'data-folder-readonly', kind: 'terminal' } });
    const nowhere = join(folder, 'not', 'made', 'log.db');
    expect(refusalOf(() => ensurePrivate(nowhere))).toMatchObject({
      error: { code: 'data-folder-unusable', message: expect.stringContaining('(ENOENT)') as string },
    });
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('a log that is asked for', () => {
  it('and is not there is told as missing, with what to do', () => {
    const folder = dataFolderAt(tempFolder());
    const words = `There is no log in ${folder.path} that this user can see. Check the path.`;
    expect(refusalOf(() => requireLog(folder))).toMatchObject(refused('log-missing', words, 'rejected'));
    // Where the first opening was broken off.
    writeFileSync(folder.log, '');
    expect(refusalOf(() => requireLog(folder))).toMatchObject(refused('log-missing', words, 'rejected'));
  });

  it('and of which only the write-ahead log is left is told as lost, and nothing is changed', () => {
    const folder = dataFolderAt(tempFolder());
    writeFileSync(`${folder.log}-wal`, 'commits');
    for (const asked of [requireLog, refuseLostLog]) {
      expect(refusalOf(() => asked(folder))).toMatchObject({
        error: { code: 'log-lost', message: expect.stringContaining('Nothing was changed') as string },
      });
    }
    expect([existsSync(folder.log), statSync(`${folder.log}-wal`).size]).toEqual([false, 7]);
  });

  it('and is there is taken as it is', () => {
    const folder = dataFolderAt(tempFolder());
    writeFileSync(folder.log, 'log');
    expect([refusalOf(() => requireLog(folder)), refusalOf(() => refuseLostLog(folder))]).toEqual([
      null,
      null,
    ]);
  });
});
