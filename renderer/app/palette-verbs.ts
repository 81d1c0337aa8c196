import { FileInput, History, GitCompare, RefreshCw } from 'lucide-react';
import type { PersonDetail, PersonRow, ViewStatus } from '../../domain/contract/views.ts';
import { careTasks } from '../features/maintenance/care-tasks.ts';
import type { JobActions } from '../features/maintenance/use-job-actions.ts';
import type { PersonWay } from '../features/persons/person-ways.ts';
import type { SelectionAction } from '../features/persons/selection-actions.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** What can be done to everybody who is selected in the list in sight. */
export function selectionEntries(actions: readonly SelectionAction[]): readonly PaletteEntry[] {
  return actions.map(({ id, title, also, icon, run }) => ({
    id: `selected-${id}`,
    group: 'Who is selected',
    icon,
    title,
    also,
    run,
  }));
}

export interface PersonLeads {
  readonly ways: readonly PersonWay[];
  /** Who may be the same person. */
  readonly others: readonly Pick<PersonRow, 'personId' | 'displayName'>[];
  readonly compare: (otherId: string) => void;
}

/** What leads on from the person in sight. */
export function personWayEntries(
  { displayName }: Pick<PersonDetail, 'displayName'>,
  { ways, others, compare }: PersonLeads,
): readonly PaletteEntry[] {
  const group = displayName;
  return [
    ...ways.map((way) => ({ ...way, group })),
    ...others.map((other) => ({
      id: `compare-${other.personId}`,
      group,
      icon: GitCompare,
      title: `Compare with ${other.displayName}`,
      also: 'possible duplicate same merge',
      run: () => compare(other.personId),
    })),
  ];
}

export interface WorkTools {
  readonly jobs: JobActions;
  readonly views: readonly ViewStatus[];
  readonly choose: () => void;
  readonly restore: () => void;
}

/** What the buttons of the maintenance and import pages do, from everywhere. */
export function workEntries({ jobs, views, choose, restore }: WorkTools): readonly PaletteEntry[] {
  const group = 'Do';
  return [
    {
      id: 'choose-file',
      group,
      icon: FileInput,
      title: 'Choose a file to import…',
      also: 'csv json table load open',
      run: choose,
    },
    ...careTasks.map(({ kind, icon, alone, also, run }) => ({
      id: kind,
      group,
      icon,
      title: alone,
      also,
      run: () => void run(jobs),
    })),
    {
      id: 'restore',
      group,
      icon: History,
      title: 'Restore…',
      also: 'bring back backup log copy maintenance',
      run: restore,
    },
    ...views
      .filter(({ rebuild }) => rebuild === null)
      .map(({ view, title }) => ({
        id: `rebuild-${view}`,
        group,
        icon: RefreshCw,
        title: `Rebuild the view “${title}”`,
        also: `${title} views maintenance again`,
        run: () => void jobs.start({ kind: 'rebuild', view }),
      })),
  ];
}
