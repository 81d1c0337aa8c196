import { humanize } from '../../ui/format/labels.ts';
import type { ViewTitles } from '../../ui/job-words.ts';

const words: Readonly<Record<string, string>> = {
  'log-integrity': 'File of the log',
  'views-integrity': 'File of the views',
  positions: 'Positions',
  commits: 'Commits',
  streams: 'Streams',
  events: 'Events',
  views: 'State of the views',
};

const VIEW = 'view-';

/** What a part of the check looked at; a view by the title that it has on the page. */
export function checkWords(check: string, titles: ViewTitles): string {
  const known = words[check];
  if (known !== undefined) return known;
  const view = check.startsWith(VIEW) ? check.slice(VIEW.length) : undefined;
  return view === undefined ? humanize(check) : `View “${titles.get(view) ?? view}”`;
}
