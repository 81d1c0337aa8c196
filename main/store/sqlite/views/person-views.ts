import { componentsView } from './components-view.ts';
import { detailView } from './detail-view.ts';
import { duplicatesView } from './duplicates-view.ts';
import { searchView } from './search-view.ts';
import { summaryView } from './summary-view.ts';
import type { PersonView } from './view.ts';

/** All read models of persons. A person's timeline is not among them: it is the stream itself. */
export const personViews: readonly PersonView[] = [
  summaryView,
  detailView,
  componentsView,
  searchView,
  duplicatesView,
];
