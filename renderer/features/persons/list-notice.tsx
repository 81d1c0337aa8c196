import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../../bridge/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { Notice } from '../../ui/notice.tsx';

interface ListQuery {
  readonly error: Error | null;
  readonly isStale: boolean;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

/** Over rows that are shown all the same: they could not be refreshed, or were not under the operator's hands. */
export function ListNotice({ query, hasRows }: { readonly query: ListQuery; readonly hasRows: boolean }) {
  const client = useQueryClient();
  if (!hasRows || query.isFetching) return null;
  if (query.error !== null) {
    const error = asConsoleError(query.error);
    return (
      <Notice
        banner
        tone="danger"
        role="alert"
        title={`These rows may be out of date: ${error.message}`}
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
      banner
      tone="info"
      role="status"
      title="The list has changed since it was loaded."
      actions={
        <Button size="small" onClick={() => void client.resetQueries({ queryKey: keys.lists })}>
          Refresh from the top
        </Button>
      }
    />
  );
}
