import { useQuery } from '@tanstack/react-query';
import type { FieldValues } from 'react-hook-form';
import { personQuery } from '../../../bridge/person-query.ts';
import { Button } from '../../../ui/button.tsx';
import { asConsoleError } from '../../../ui/error-words.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SkeletonLines } from '../../../ui/skeleton.tsx';
import { EventList } from '../event-list.tsx';
import { eventsSinceQuery } from '../queries.ts';
import type { ChangedRecord } from './changed-record.ts';
import styles from './conflict-notice.module.css';
import { FieldMerge } from './field-merge.tsx';
import type { CommandForm } from './use-command-form.ts';

export interface ConflictNoticeProps<V extends FieldValues> {
  readonly record: ChangedRecord<V>;
  readonly handle: CommandForm<V>;
  /** The form was sent and came back; otherwise the change was seen before. */
  readonly refused: boolean;
  /** What the form does, verb first. */
  readonly action: string;
  readonly danger: boolean;
  /** The form stands on today's record; `send` where it is to go out at once. */
  readonly onSettled: (send: boolean) => void;
  readonly onDiscard: () => void;
}

const titles = {
  draft: 'This person has changed since you typed this',
  open: 'This person changed while the form was open',
};

/** Somebody was faster: what they did, and the way on with one's own entries kept. */
export function ConflictNotice<V extends FieldValues>(props: ConflictNoticeProps<V>) {
  const { record, handle, refused, onSettled } = props;
  const { personId } = record.opened;
  const byField = record.leaves.length > 0;
  return (
    <>
      <Notice tone="attention" role="alert" title={handle.behind ? titles.draft : titles.open}>
        <p className={styles['text']}>
          {refused ? 'What you sent was not carried out. ' : ''}
          {byField
            ? 'What you typed stays. Where both of you changed a field, choose what it is to say, then send.'
            : 'Look at what happened since. What you typed stays: send it all the same, or discard it.'}
        </p>
        <Since personId={personId} version={handle.standsOn} />
        {byField ? null : <SendAnyway {...props} />}
      </Notice>
      {byField ? <FieldMerge record={record} handle={handle} onDone={() => onSettled(false)} /> : null}
    </>
  );
}

function Since({ personId, version }: { readonly personId: string; readonly version: number }) {
  const since = useQuery({ ...eventsSinceQuery(personId, version), staleTime: 0 });
  if (since.error !== null && since.data === undefined)
    return (
      <ErrorState
        title="What changed cannot be shown"
        error={asConsoleError(since.error)}
        onRetry={() => void since.refetch()}
      />
    );
  if (since.data === undefined) return <SkeletonLines lines={2} label="Loading what changed" />;
  return <EventList personId={personId} events={since.data} label="What changed since" plain />;
}

/** The form shows nothing of the record: there is nothing to choose but whether it is still meant. */
function SendAnyway<V extends FieldValues>(props: ConflictNoticeProps<V>) {
  const { record, handle, action, danger, onSettled, onDiscard } = props;
  const today = useQuery({ ...personQuery(record.opened.personId), staleTime: 0 }).data;
  const seen = today !== undefined && today.version > handle.standsOn ? today : null;
  const sendAnyway = () => {
    if (seen === null) return;
    record.moveTo(seen);
    handle.rebase(record.valuesOf(seen));
    onSettled(true);
  };
  return (
    <div className={styles['ways']}>
      <Button
        size="small"
        variant={danger ? 'danger' : undefined}
        disabled={seen === null}
        onClick={sendAnyway}
      >
        {`${action} anyway`}
      </Button>
      <Button size="small" variant="quiet" onClick={onDiscard}>
        Discard
      </Button>
    </div>
  );
}
