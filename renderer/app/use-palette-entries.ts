import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import type { PersonDetail } from '../../domain/contract/views.ts';
import { viewsQuery } from '../bridge/console-queries.ts';
import { useFoundPersons } from '../bridge/found-persons.ts';
import { useBeginImport } from '../features/import/use-begin-import.ts';
import { useRestore } from '../features/maintenance/restore/use-restore.ts';
import { useJobActions } from '../features/maintenance/use-job-actions.ts';
import { clampedAsOf } from '../features/persons/as-of.ts';
import { usePossiblySame } from '../features/persons/compare/use-possibly-same.ts';
import { useOpenForm } from '../features/persons/forms/use-open-form.ts';
import { abilitiesOf, personOf } from '../features/persons/person-model.ts';
import { usePersonWays } from '../features/persons/person-ways.ts';
import { useSelectionActions } from '../features/persons/selection-actions.ts';
import { usePersonInSight } from '../features/persons/use-person-in-sight.ts';
import { useSavedLists } from '../features/persons/use-saved-filters.ts';
import type { Panel } from '../state/panel.ts';
import { timeZoneOf, usePreferences } from '../state/preferences.ts';
import { countOfSelection, useSelection } from '../state/selection.ts';
import { useTour } from '../state/tour.ts';
import { failureWords } from '../ui/error-words.ts';
import { useDebounced } from '../ui/hooks/use-debounced.ts';
import {
  matching,
  paletteActions,
  personActionEntries,
  personEntries,
  savedEntries,
} from './palette-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { personWayEntries, selectionEntries, workEntries } from './palette-verbs.ts';

const PAUSE_MS = 100;
/** Nobody: what is asked of the person in sight rests. */
const NO_PERSON = { personId: '', headVersion: 0 };

/** A selection is worked on where it is seen; it is kept while one is elsewhere. */
function useSelectedEntries(): readonly PaletteEntry[] {
  const selection = useSelection((store) => store.selection);
  const isInSight = useLocation({ select: ({ pathname }) => pathname === '/persons' });
  const actions = useSelectionActions(selection);
  return isInSight && countOfSelection(selection) > 0 ? selectionEntries(actions) : [];
}

function mayHaveDoubles(detail: PersonDetail | undefined): boolean {
  return detail !== undefined && abilitiesOf(personOf(detail)).close;
}

/** What can be done to the person in sight, and what leads on from there. In the past there is only to look. */
function usePersonEntries(): readonly PaletteEntry[] {
  const detail = usePersonInSight();
  const openForm = useOpenForm();
  const navigate = useNavigate();
  const { asOf, selected } = useSearch({ strict: false });
  const { personId, headVersion } = detail ?? NO_PERSON;
  const isPast = clampedAsOf(asOf, headVersion) !== null;
  const lookBack = (version: number) =>
    void navigate({
      to: '/persons/$personId',
      params: { personId },
      search: { asOf: version },
      // From the list it leads to another page; on the page it is a walk through the same one.
      replace: selected === undefined,
    });
  const ways = usePersonWays({ personId, headVersion }, { onAsOf: isPast ? undefined : lookBack });
  const { others } = usePossiblySame(personId, !isPast && mayHaveDoubles(detail));
  if (detail === undefined) return [];
  const compare = (otherId: string) =>
    void navigate({ to: '/persons/$personId/compare/$otherId', params: { personId, otherId } });
  return [
    ...(isPast ? [] : personActionEntries(detail, openForm)),
    ...personWayEntries(detail, { ways, others: others.map(({ row }) => row), compare }),
  ];
}

function useWorkEntries(): readonly PaletteEntry[] {
  const { choose } = useBeginImport();
  const restore = useRestore((store) => store.look);
  const jobs = useJobActions();
  const views = useQuery(viewsQuery).data?.views ?? [];
  return workEntries({ jobs, views, choose: () => void choose(), restore: () => void restore() });
}

/** What can be done to what is in sight first, then everything else, then persons by name. */
export function usePaletteEntries(text: string, onOpen: (panel: Panel) => void) {
  const navigate = useNavigate();
  const openForm = useOpenForm();
  const change = usePreferences((preferences) => preferences.change);
  const theme = usePreferences((preferences) => preferences.theme);
  const density = usePreferences((preferences) => preferences.density);
  const timeZone = usePreferences(timeZoneOf);
  const go = useTour((tour) => tour.go);
  const startTour = () => go(0);
  const settled = useDebounced(text.trim(), PAUSE_MS);
  const { persons, looking, error } = useFoundPersons(text.trim(), settled);
  const toPerson = (personId: string) => void navigate({ to: '/persons/$personId', params: { personId } });
  const inSight = [...useSelectedEntries(), ...usePersonEntries()];
  const actions = [
    ...paletteActions(
      { navigate, openForm, change, onOpen, startTour },
      { theme, density, timeZone },
      useWorkEntries(),
    ),
    ...savedEntries(useSavedLists()),
  ];
  const entries = [...matching([...inSight, ...actions], text), ...personEntries(persons, toPerson)];
  return { entries, looking, failure: failureWords('Persons cannot be searched', error) };
}
