import { Link } from '@tanstack/react-router';
import { Pencil, RotateCcw, X } from 'lucide-react';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import { Button } from '../../ui/button.tsx';
import { actorName } from '../../ui/format/labels.ts';
import { Badge } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { commandTitle, fieldLabel, severityLook, sideText } from '../../words/conflict-words.ts';
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

/** One change that could not be joined: what it was, what stands against it, and what can be done. */
export function ConflictCard(props: ConflictCardProps) {
  const { conflict, selected, onSelect } = props;
  const { state, personId, displayName, severity, streamId } = conflict;
  const { word, icon, tone } = severityLook(severity);
  const whom = displayName ?? personId ?? streamId;
  return (
    <article className={styles['card']} aria-label={`${commandTitle(conflict.command)}: ${whom}`}>
      <header className={styles['head']}>
        {state !== 'applied' && selected !== null ? (
          <input
            type="checkbox"
            className={styles['check']}
            aria-label={`Select: ${commandTitle(conflict.command)}, ${whom}`}
            checked={selected}
            onChange={(event) => onSelect(event.target.checked)}
          />
        ) : null}
        <h2 className={styles['title']}>
          {commandTitle(conflict.command)}
          {' · '}
          {personId === null ? (
            <span className="mono">{streamId}</span>
          ) : (
            <Link to="/persons/$personId" params={{ personId }}>
              <bdi>{whom}</bdi>
            </Link>
          )}
        </h2>
        <Badge tone={tone} icon={icon} plain>
          {word}
        </Badge>
      </header>
      <Who conflict={conflict} />
      {conflict.restsOn === null ? null : (
        <p className={styles['who']}>
          It builds on{' '}
          <Link to="/conflicts" search={{ only: conflict.restsOn }}>
            another change in conflict
          </Link>
          : decide that one first.
        </p>
      )}
      {conflict.refusal === null ? null : <p className={styles['refusal']}>{conflict.refusal.message}</p>}
      <Sides conflict={conflict} />
      <Actions {...props} />
    </article>
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
            <Side value={field.base} />
            <Side value={field.theirs} />
            <Side value={field.mine} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ value }: { readonly value: unknown }) {
  const text = sideText(value);
  if (text === '') return <td className={styles['nothing']}>—</td>;
  return (
    <td>
      <bdi>{text}</bdi>
    </td>
  );
}

function Actions({ conflict, onApply, onEdit, onDrop, onReopen }: ConflictCardProps) {
  const { state, since, by, reason, command } = conflict;
  if (state === 'open') {
    const isKnown = command.type !== '';
    const hasForm = isKnown && conflict.personId !== null;
    return (
      <div className={styles['actions']}>
        {isKnown ? (
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
        <Button size="small" icon={X} variant="quiet" onClick={onDrop}>
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
