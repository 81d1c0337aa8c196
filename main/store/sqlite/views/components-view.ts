import { componentLabel, relationTarget, targetKey } from '../../../../domain/person/index.ts';
import type { JsonObject } from '../../../../domain/person/fields/json.ts';
import { foldText } from '../../../../domain/person/name.ts';
import type { PersonView } from './view.ts';

/** Whom or what a component relates the person to, as it is looked up by; null for all others, which the index leaves out. */
function targetOf(type: string, data: JsonObject): string | null {
  const target = relationTarget(type, data);
  return target === null ? null : targetKey(target);
}

/** Components over all persons, by type and value; relationships also by whom they are with. */
export const componentsView: PersonView = {
  name: 'components',
  title: 'Components',
  tables: ['components'],
  create: (generation) => `
    CREATE TABLE components_${generation}(
      key INTEGER NOT NULL,
      component_id TEXT NOT NULL,
      type TEXT NOT NULL,
      label TEXT NOT NULL,
      sort_key TEXT NOT NULL,
      is_primary INTEGER NOT NULL,
      target TEXT,
      PRIMARY KEY(key, component_id)
    ) WITHOUT ROWID`,
  indexes: (generation) => [
    `CREATE INDEX components_${generation}_type ON components_${generation}(type, sort_key, key, component_id)`,
    `CREATE INDEX components_${generation}_target ON components_${generation}(target, key, component_id)
      WHERE target IS NOT NULL`,
  ],
  prepare: (db, generation, fresh) => {
    const table = `components_${generation}`;
    const clear = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
    const put = db.prepare(`INSERT INTO ${table} VALUES(?, ?, ?, ?, ?, ?, ?)`);
    return (key, person) => {
      if (!fresh) clear.run(key);
      for (const { componentId, type, data, primary } of person.components) {
        const label = componentLabel(type, data);
        const sortKey = foldText(label).slice(0, 200);
        put.run(key, componentId, type, label, sortKey, primary ? 1 : 0, targetOf(type, data));
      }
    };
  },
};
