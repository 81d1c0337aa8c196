import { Link } from '@tanstack/react-router';
import { Pencil, RotateCcw, X } from 'lucide-react';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import { Button } from '../../ui/button.tsx';
import { actorName } from '../../ui/format/labels.ts';
import { Badge } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { commandTitle, fieldLabel, isSame, sideText } from '../../words/conflict-words.ts';
import { isClosed, mergedInto, severityWords } from '../../words/severity-words.ts';
import styles from './conflicts.module.css';

export interface ConflictCardProps {
  readonly conflict: Conflict;
  /** Null where there is nothing to select beside it. */
  readonly selected: boolean | null;
  readonly onSelect: (selected: boolean) => void;
  readonly onApply: () => void;
  readonly onEdit: () => void;
  readonly onDrop: () => void;
  readonly onReopen: () => void;
}

/** One change that could not be joined: what it was, why, what stands against it, and what can be done. */
export function ConflictCard(props: ConflictCardProps) {
  const { conflict, selected, onSelect } = props;
  const { state, personId, displayName, streamId } = conflict;
  const whom = displayName ?? personId ?? streamId;
  const title = commandTitle(conflict);
  return (
    <article className={styles['card']} aria-label={`${title}: ${whom}`}>
      <header className={styles['head']}>
        {state !== 'applied' && selected !== null ? (
          <input
            type="checkbox"
            className={styles['check']}
            aria-label={`Select: ${title}, ${whom}`}
            checked={selected}
            onChange={(event) => onSelect(event.target.checked)}
          />
        ) : null}
        <h2 className={styles['title']}>
          {title}
          {' · '}
          {personId === null ? (
            <span className="mono">{streamId}</span>
          ) : (
            <Link to="/persons/$personId" params={{ personId }}>
              <bdi>{whom}</bdi>
            </Link>
          )}
        </h2>
      </header>
      <Why conflict={conflict} />
      <Sides conflict={conflict} />
      <Who conflict={conflict} />
      <Actions {...props} />
    </article>
  );
}

function Why({ conflict }: { readonly conflict: Conflict }) {
  const { word, icon, tone, meaning } = severityWords(conflict);
  const into = mergedInto(conflict);
  return (
    <p className={styles['why']}>
      <Badge tone={tone} icon={icon}>
        {word}
      </Badge>
      <span>
        {meaning}
        {into === null ? null : (
          <>
            {' '}
            <Link to="/persons/$personId" params={{ personId: into }}>
              Open the other record
            </Link>
          </>
        )}
        {conflict.restsOn === null ? null : (
          <>
            {meaning === '' ? '' : ' '}It builds on{' '}
            <Link to="/conflicts" search={{ only: conflict.restsOn }}>
              another change in conflict
            </Link>
            : decide that one first.
          </>
        )}
      </span>
    </p>
  );
}

function Who({ conflict: { actor, madeAt, theirs } }: { readonly conflict: Conflict }) {
  return (
    <p className={styles['who']}>
      Mine is of <bdi>{actorName(actor)}</bdi>, <Time at={madeAt} />
      {theirs.map((other) => (
        <span key={other.commitId}>
          {' · '}theirs of <bdi>{actorName(other.actor)}</bdi>, <Time at={other.timestamp} />
        </span>
      ))}
    </p>
  );
}

function Sides({ conflict: { fields } }: { readonly conflict: Conflict }) {
  if (fields.length === 0) return null;
  return (
    <table className={styles['sides']}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">Theirs</th>
          <th scope="col">Mine</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.path}>
            <th scope="row">{fieldLabel(field)}</th>
            <Side value={field.base} changed={false} />
            <Side value={field.theirs} changed={!isSame(field.base, field.theirs)} />
            <Side value={field.mine} changed={!isSame(field.base, field.mine)} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a side has changed stands out from what it left as it was. */
function Side({ value, changed }: { readonly value: unknown; readonly changed: boolean }) {
  const text = sideText(value);
  return (
    <td data-changed={changed ? '' : undefined}>
      {text === '' ? <span className={styles['nothing']}>nothing</span> : <bdi>{text}</bdi>}
    </td>
  );
}

function Actions({ conflict, onApply, onEdit, onDrop, onReopen }: ConflictCardProps) {
  const { state, since, by, reason, command } = conflict;
  if (state === 'open') {
    const canApply = command.type !== '' && !isClosed(conflict);
    const hasForm = canApply && conflict.personId !== null;
    return (
      <div className={styles['actions']}>
        {canApply ? (
          <>
            <Button size="small" icon={RotateCcw} onClick={onApply}>
              Apply again
            </Button>
            {hasForm ? (
              <Button size="small" icon={Pencil} variant="quiet" onClick={onEdit}>
                Edit and apply…
              </Button>
            ) : null}
          </>
        ) : null}
        <Button size="small" icon={X} variant={canApply ? 'quiet' : undefined} onClick={onDrop}>
          Drop…
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['actions']}>
      <p className={styles['decided']}>
        {state === 'applied' ? 'Carried out again' : 'Dropped'} <Time at={since} />
        {by === null ? null : (
          <>
            {' by '}
            <bdi>{actorName(by)}</bdi>
          </>
        )}
        {reason === null ? null : (
          <>
            {': '}
            <bdi>{reason}</bdi>
          </>
        )}
      </p>
      {state === 'dropped' ? (
        <Button size="small" icon={RotateCcw} variant="quiet" onClick={onReopen}>
          Take up again
        </Button>
      ) : null}
    </div>
  );
}
