import { useQuery } from '@tanstack/react-query';
import type { LogRow } from '../../../domain/contract/views.ts';
import { personQuery } from '../../bridge/person-query.ts';
import { classNames } from '../../ui/class-names.ts';
import { surelyFits } from '../../ui/data-table/surely-fits.ts';
import { shortId } from '../../ui/format/labels.ts';
import { Isolate } from '../../ui/isolate.tsx';
import styles from './log-cells.module.css';
import { nameOf, personIdOf } from './row-words.ts';

export interface PersonLinkProps {
  readonly row: LogRow;
  /** Least width, in CSS pixels, of the table's column that it stands in: there the row is what the keyboard reaches. */
  readonly column?: number | undefined;
}

/** Whom an event is about, and the way there. Other streams have their name alone. */
export function PersonLink({ row, column }: PersonLinkProps) {
  const personId = personIdOf(row.streamId);
  if (personId === null)
    return (
      <span className={classNames('mono', styles['cut'])} data-hint={row.streamId}>
        {shortId(row.streamId)}
      </span>
    );
  return <PersonName personId={personId} name={nameOf(row)} column={column} />;
}

interface PersonNameProps {
  readonly personId: string;
  /** Null where it has to be asked for: the views had not seen the person when the event was read. */
  readonly name: string | null;
  readonly column?: number | undefined;
}

export function PersonName({ name, ...props }: PersonNameProps) {
  // Only few have to be asked for: the others are not watched for as long as the window lives.
  return name === null ? <AskedName {...props} /> : <NamedLink {...props} shown={name} />;
}

function AskedName(props: Omit<PersonNameProps, 'name'>) {
  return <NamedLink {...props} shown={useQuery(personQuery(props.personId)).data?.displayName} />;
}

interface NamedLinkProps extends Omit<PersonNameProps, 'name'> {
  readonly shown: string | undefined;
}

/**
 * A person by name; by a short id where nothing is known of them. A plain address: the router's link follows where the
 * window is, in each row of a list that is drawn anew all the time.
 */
function NamedLink({ personId, shown, column }: NamedLinkProps) {
  const isWhole = column !== undefined && shown !== undefined && surelyFits(shown, column);
  return (
    <a
      href={`#/persons/${encodeURIComponent(personId)}`}
      className={classNames(styles['link'], !isWhole && styles['cut'])}
      data-hint={shown === undefined ? personId : ''}
      tabIndex={column === undefined ? undefined : -1}
    >
      {shown === undefined ? <span className="mono">{shortId(personId)}</span> : <Isolate of={shown} />}
    </a>
  );
}
