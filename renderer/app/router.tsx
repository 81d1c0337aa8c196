import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import { parseImportSearch } from '../features/import/address.ts';
import { parseConflictSearch } from '../features/conflicts/conflict-search.ts';
import { ConflictsPage } from '../features/conflicts/conflicts-page.tsx';
import { ImportPage } from '../features/import/import-page.tsx';
import { LinkPage } from '../features/link/link-page.tsx';
import { LogPage } from '../features/log/log-page.tsx';
import { parseLogSearch } from '../features/log/log-search.ts';
import { parseFormSearch } from '../features/persons/forms/form-address.ts';
import { parseJobSearch } from '../features/maintenance/job-address.ts';
import { MaintenancePage } from '../features/maintenance/maintenance-page.tsx';
import { ComparePage } from '../features/persons/compare/compare-page.tsx';
import { parsePageSearch } from '../features/persons/as-of.ts';
import { PersonPage } from '../features/persons/person-page.tsx';
import { PersonsPage } from '../features/persons/persons-page.tsx';
import { parseListSearch } from '../features/persons/search-params.ts';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { NotFound, RouteError } from './errors.tsx';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({
  validateSearch: (raw: Record<string, unknown>) => ({ ...parseFormSearch(raw), ...parseJobSearch(raw) }),
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: RouteError,
});

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/persons', replace: true, throw: true });
  },
});

const personsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/persons',
  validateSearch: parseListSearch,
  component: PersonsPage,
});

const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/persons/$personId',
  validateSearch: parsePageSearch,
  component: PersonPage,
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  validateSearch: parseImportSearch,
  component: ImportPage,
});

const logRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/log',
  validateSearch: parseLogSearch,
  component: LogPage,
});

const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/persons/$personId/compare/$otherId',
  component: ComparePage,
});

const maintenanceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/maintenance',
  component: MaintenancePage,
});

const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/link',
  component: LinkPage,
});

const conflictsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/conflicts',
  validateSearch: parseConflictSearch,
  component: ConflictsPage,
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: SettingsPage,
});

/** Addresses stand behind the `#`: reload, back and deep links then need nothing from whoever serves the page. */
export function createConsoleRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren([
      indexRoute,
      personsRoute,
      personRoute,
      compareRoute,
      importRoute,
      logRoute,
      conflictsRoute,
      linkRoute,
      maintenanceRoute,
      settingsRoute,
    ]),
    history: createHashHistory(),
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    defaultPreload: false,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
