import { join } from 'node:path';
import { sqlIn, valueIn } from './sql.ts';

const viewsOf = (data: string): string => join(data, 'views.db');

/** A view that is built anew gets tables of another number. */
const PERSONS_TABLE = "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'persons_[0-9]*'";

const WRITES = ['insert', 'update'] as const;
const MENDED = WRITES.map((write) => `DROP TRIGGER IF EXISTS spoilt_${write};`).join('\n');

/** From now on the list of persons refuses whoever has this in their name, in these words. */
export async function spoilPersons(data: string, family: string, words: string): Promise<void> {
  const table = await valueIn(viewsOf(data), PERSONS_TABLE);
  const spoilt = WRITES.map(
    (write) =>
      `CREATE TRIGGER spoilt_${write} BEFORE ${write} ON ${table} WHEN NEW.display_name LIKE '%${family}%'
       BEGIN SELECT RAISE(ABORT, '${words}'); END;`,
  );
  await sqlIn(viewsOf(data), [MENDED, ...spoilt].join('\n'));
}

export async function repair(data: string): Promise<void> {
  await sqlIn(viewsOf(data), MENDED);
}
