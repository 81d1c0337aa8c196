import type { ReadableDb, WritableDb } from './open-database.ts';
import { damaged } from './sqlite-errors.ts';

/** Event types, actors and origins repeat in every row: each is kept once and referred to by number. */
export interface Names {
  readonly idOf: (name: string) => number;
  readonly nameOf: (id: number) => string;
  /** Forgets what a rolled back transaction had interned. */
  readonly reset: () => void;
}

export function createNames(db: WritableDb): Names {
  const insert = db.prepare<[string]>('INSERT INTO names(name) VALUES(?)');
  const find = db.prepare<[string], number>('SELECT id FROM names WHERE name = ?').pluck();
  const reader = createNameReader(db);
  const ids = new Map<string, number>();
  const idOf = (name: string): number => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = find.get(name) ?? Number(insert.run(name).lastInsertRowid);
    ids.set(name, id);
    return id;
  };
  const reset = (): void => {
    ids.clear();
    reader.reset();
  };
  return { idOf, nameOf: reader.nameOf, reset };
}

export type NameReader = Omit<Names, 'idOf'>;

export function createNameReader(db: ReadableDb): NameReader {
  const select = db.prepare<[number], string>('SELECT name FROM names WHERE id = ?').pluck();
  const names: string[] = [];
  const nameOf = (id: number): string => {
    const known = names[id];
    if (known !== undefined) return known;
    const name = select.get(id);
    if (name === undefined) throw damaged(db.name, `no name has the number ${id}`);
    names[id] = name;
    return name;
  };
  return { nameOf, reset: () => names.splice(0) };
}
