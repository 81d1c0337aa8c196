import { Button } from './button.tsx';
import { asConsoleError } from './error-words.ts';
import { Notice } from './notice.tsx';

interface PagedQuery {
  readonly error: Error | null;
  readonly isStale: boolean;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

export interface StaleNoticeProps {
  readonly query: PagedQuery;
  /** "The list". */
  readonly what: string;
  /** Within a page that has a margin, not from edge to edge under a bar. */
  readonly framed?: boolean | undefined;
  /** Starts again with the first page. */
  readonly onRefresh: () => void;
}

/** Over pages that are shown all the same: they could not be refreshed, or were not under the operator's hands. */
export function StaleNotice({ query, what, framed = false, onRefresh }: StaleNoticeProps) {
  if (query.isFetching) return null;
  if (query.error !== null) {
    const error = asConsoleError(query.error);
    return (
      <Notice
        banner={!framed}
        tone="danger"
        role="alert"
        title={`${what} may be out of date: ${error.message}`}
        actions={
          <Button size="small" onClick={() => void query.refetch()}>
            Try again
          </Button>
        }
      />
    );
  }
  if (!query.isStale) return null;
  return (
    <Notice
      banner={!framed}
      tone="info"
      role="status"
      title={`${what} has changed since it was loaded.`}
      actions={
        <Button size="small" onClick={onRefresh}>
          Refresh from the top
        </Button>
      }
    />
  );
}
