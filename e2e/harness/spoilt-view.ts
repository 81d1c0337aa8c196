import { join } from 'node:path';
import { sqlIn, valueIn } from './sql.ts';

const viewsOf = (data: string): string => join(data, 'views.db');

/** A view that is built anew gets tables of another number. */
const PERSONS_TABLE = "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'persons_[0-9]*'";

/** From now on the list of persons refuses whoever has this in their name, in these words. */
export async function spoilPersons(data: string, family: string, words: string): Promise<void> {
  const table = await valueIn(viewsOf(data), PERSONS_TABLE);
  await sqlIn(
    viewsOf(data),
    `DROP TRIGGER IF EXISTS spoilt;
     CREATE TRIGGER spoilt BEFORE INSERT ON ${table} WHEN NEW.display_name LIKE '%${family}%'
     BEGIN SELECT RAISE(ABORT, '${words}'); END`,
  );
}

export async function repair(data: string): Promise<void> {
  await sqlIn(viewsOf(data), 'DROP TRIGGER spoilt');
}
