import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useLastList } from '../../state/last-list.ts';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { useOpenForm } from './forms/use-open-form.ts';
import { abilitiesOf, personOf } from './person-model.ts';
import styles from './person-page.module.css';
import { PersonView } from './person-view.tsx';
import { personQuery } from './queries.ts';

const route = getRouteApi('/persons/$personId');

/** The full page. Back and Esc lead to where one came from, filters and all. */
export function PersonPage() {
  const { personId } = route.useParams();
  const router = useRouter();
  const openForm = useOpenForm();
  const search = useLastList((last) => last.search);
  const back = () =>
    router.history.canGoBack() ? router.history.back() : void router.navigate({ to: '/persons' });
  const { data } = useQuery(personQuery(personId));
  const can = data === undefined ? undefined : abilitiesOf(personOf(data));
  useHotkeys({
    escape: back,
    ...(can?.addComponent === true && {
      a: () => openForm({ form: 'add-component', person: personId }),
    }),
    ...(can?.rename === true && { r: () => openForm({ form: 'rename', person: personId }) }),
  });
  return (
    <div className={styles['page']}>
      <nav className={styles['crumbs']} aria-label="Path">
        <Link to="/persons" search={search} className={styles['crumb']}>
          <ArrowLeft aria-hidden size={14} />
          Persons
        </Link>
      </nav>
      <div className={styles['view']}>
        <PersonView key={personId} personId={personId} full />
      </div>
    </div>
  );
}
