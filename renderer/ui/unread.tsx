import { Button } from './button.tsx';
import { asConsoleError } from './error-words.ts';
import styles from './unread.module.css';

export interface PartQuery {
  readonly data: unknown;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
  /** Of a query in pages: the first ones are there, the next is not. */
  readonly isFetchNextPageError?: boolean | undefined;
  readonly fetchNextPage?: (() => unknown) | undefined;
}

/** Null where nothing is amiss. `what`: "Who else is there". */
export function unreadWords(what: string, query: PartQuery): string | null {
  if (query.error === null) return null;
  const { message } = asConsoleError(query.error);
  if (query.data === undefined) return `${what} could not be read: ${message}`;
  if (query.isFetchNextPageError === true) return `More could not be read: ${message}`;
  return `${what} may be out of date: ${message}`;
}

/** What failed is asked for again: the next page where it was that, else all that is shown. */
export function readAgain({ isFetchNextPageError, fetchNextPage, refetch }: PartQuery): void {
  if (isFetchNextPageError === true && fetchNextPage !== undefined) void fetchNextPage();
  else void refetch();
}

export interface UnreadProps {
  readonly query: PartQuery;
  readonly what: string;
}

/** In the place of a small part of a page that could not be read or refreshed: the rest of the page stands. */
export function Unread({ query, what }: UnreadProps) {
  const words = unreadWords(what, query);
  if (words === null) return null;
  return (
    <div role="status" className={styles['unread']}>
      <p className={styles['words']}>{words}</p>
      <Button size="small" variant="quiet" busy={query.isFetching} onClick={() => readAgain(query)}>
        Try again
      </Button>
    </div>
  );
}
