import { useQuery } from '@tanstack/react-query';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SkeletonLines } from '../../../ui/skeleton.tsx';
import { EventList } from '../event-list.tsx';
import { eventsSinceQuery } from '../queries.ts';
import styles from './conflict-notice.module.css';

export interface ConflictNoticeProps {
  readonly personId: string;
  /** The version that the form was opened on. */
  readonly openedOn: number;
  /** The form was sent and came back; otherwise the change was seen before. */
  readonly refused: boolean;
  /** What was typed was left unsent before, and is older than the form. */
  readonly draft: boolean;
  /** The fields show the record. */
  readonly shown: boolean;
  readonly onReload: () => void;
}

/** Somebody was faster: what they did, and the way on with one's own entries kept. */
export function ConflictNotice({ personId, openedOn, refused, draft, shown, onReload }: ConflictNoticeProps) {
  const since = useQuery({ ...eventsSinceQuery(personId, openedOn), staleTime: 0 });
  return (
    <Notice
      tone="attention"
      role="alert"
      title={
        draft ? 'This person has changed since you typed this' : 'This person changed while the form was open'
      }
    >
      <p className={styles['text']}>
        {refused ? 'What you sent was not carried out. ' : ''}
        Look at what happened since, take it over, then send. What you typed stays
        {shown ? '; fields that you did not touch get the new values' : ''}.
      </p>
      {since.data === undefined ? (
        <SkeletonLines lines={2} label="Loading what changed" />
      ) : (
        <EventList personId={personId} events={since.data} label="What changed since" plain />
      )}
      <Button size="small" onClick={onReload}>
        Take over the changes
      </Button>
    </Notice>
  );
}
