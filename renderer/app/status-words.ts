import type { ViewStatus } from '../../domain/contract/views.ts';
import { countOf } from '../ui/format/number.ts';

export interface ViewsWords {
  readonly tone: 'quiet' | 'attention' | 'danger';
  readonly text: string;
}

/** How far the views are behind the log, the worst of them first. */
export function viewsWords(views: readonly ViewStatus[]): ViewsWords {
  const stopped = views.filter((view) => view.state === 'stopped');
  const [first] = stopped;
  if (first !== undefined) {
    const others = stopped.length > 1 ? ` and ${countOf(stopped.length - 1, 'other')}` : '';
    return { tone: 'danger', text: `View “${first.title}”${others} stopped` };
  }
  const behind = Math.max(0, ...views.map((view) => view.head - view.position));
  if (behind > 0) return { tone: 'attention', text: `Views ${countOf(behind, 'event')} behind` };
  return { tone: 'quiet', text: 'Views current' };
}

/** Jobs that run now; only rebuilds can in this version. */
export function jobsWords(views: readonly ViewStatus[]): readonly string[] {
  return views.flatMap((view) => {
    if (view.rebuild === null) return [];
    const { position, total } = view.rebuild;
    const percent = total === 0 ? 100 : Math.floor((position / total) * 100);
    return [`Rebuilding “${view.title}” ${percent} %`];
  });
}

/** What is committed here and nowhere else. */
export function pendingWords(pending: number): string {
  return pending === 0
    ? 'Nothing waits to go out'
    : `${countOf(pending, 'commit waits', 'commits wait')} to go out`;
}
