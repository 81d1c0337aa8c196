import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useLastList } from '../../state/last-list.ts';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { useShowAsOf } from './as-of.ts';
import styles from './person-page.module.css';
import { PersonView } from './person-view.tsx';

const route = getRouteApi('/persons/$personId');

/** The full page. Back and Esc lead to where one came from, filters and all. */
export function PersonPage() {
  const { personId } = route.useParams();
  const { asOf } = route.useSearch();
  const showAsOf = useShowAsOf(personId);
  const router = useRouter();
  const search = useLastList((last) => last.search);
  const back = () =>
    router.history.canGoBack() ? router.history.back() : void router.navigate({ to: '/persons', search });
  useHotkeys({ escape: asOf === undefined ? back : () => showAsOf(null) });
  return (
    <div className={styles['page']}>
      <nav className={styles['crumbs']} aria-label="Path">
        <Link to="/persons" search={search} className={styles['crumb']}>
          <ArrowLeft aria-hidden size={14} />
          Persons
        </Link>
      </nav>
      <div className={styles['view']}>
        <PersonView key={personId} personId={personId} full asOf={asOf} onAsOf={showAsOf} />
      </div>
    </div>
  );
}
