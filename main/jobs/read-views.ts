import type { DataFolder } from '../store/data-folder.ts';
import { openReadable } from '../store/sqlite/open-database.ts';
import { createQueryContext, type QueryContext } from '../store/sqlite/queries/query-context.ts';

/** Does something with what the views show. */
export type ReadViews = <T>(work: (context: QueryContext) => T | Promise<T>) => Promise<T>;

/** On connections that are opened for each piece of work: an engine that restarts may put other views in their place. */
export function readViewsOf(folder: DataFolder): ReadViews {
  return async (work) => {
    const log = openReadable({ file: folder.log });
    try {
      const views = openReadable({ file: folder.views });
      try {
        return await work(createQueryContext(log, views));
      } finally {
        views.close();
      }
    } finally {
      log.close();
    }
  };
}
