import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { openWritable, type WritableDb } from '../store/sqlite/open-database.ts';

/** Changes a database behind the engine's back, on a connection of its own. */
export function tamper(file: string, work: string | ((db: WritableDb) => void)): void {
  const db = openWritable({ file, durable: false });
  try {
    if (typeof work === 'string') db.exec(work);
    else work(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/** Overwrites bytes of a file. The database must be closed and its write-ahead log empty. */
export function flipBytes(file: string, offset: number, length: number): void {
  const handle = openSync(file, 'r+');
  try {
    const bytes = Buffer.alloc(length);
    readSync(handle, bytes, 0, length, offset);
    writeSync(
      handle,
      bytes.map((byte) => byte ^ 0xff),
      0,
      length,
      offset,
    );
  } finally {
    closeSync(handle);
  }
}
