import type { ExistingPerson } from '../../domain/person/index.ts';
import { personViews } from '../store/sqlite/views/person-views.ts';
import type { PersonView } from '../store/sqlite/views/view.ts';

/** The console's own views, one of which fails on some persons for as long as `fails` says so. */
export function viewsWithFailing(
  name: string,
  fails: (person: ExistingPerson) => boolean,
): readonly PersonView[] {
  return personViews.map((view) => (view.name === name ? failing(view, fails) : view));
}

function failing(view: PersonView, fails: (person: ExistingPerson) => boolean): PersonView {
  return {
    ...view,
    prepare: (db, generation, fresh) => {
      const put = view.prepare(db, generation, fresh);
      return (key, person) => {
        // Half of its rows are there already: they must not stay.
        put(key, person);
        if (fails(person))
          throw Object.assign(new Error(`cannot show ${person.personId}`), { code: 'POISON_EVENT' });
      };
    },
  };
}
