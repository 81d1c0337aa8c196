import { componentLabel } from '../../../../domain/person/index.ts';
import { foldText } from '../../../../domain/person/name.ts';
import type { PersonView } from './view.ts';

/** Components over all persons, by type and value. */
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
      PRIMARY KEY(key, component_id)
    ) WITHOUT ROWID`,
  indexes: (generation) => [
    `CREATE INDEX components_${generation}_type ON components_${generation}(type, sort_key, key, component_id)`,
  ],
  prepare: (db, generation, fresh) => {
    const table = `components_${generation}`;
    const clear = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
    const put = db.prepare(`INSERT INTO ${table} VALUES(?, ?, ?, ?, ?, ?)`);
    return (key, person) => {
      if (!fresh) clear.run(key);
      for (const { componentId, type, data, primary } of person.components) {
        const label = componentLabel(type, data);
        put.run(key, componentId, type, label, foldText(label).slice(0, 200), primary ? 1 : 0);
      }
    };
  },
};
