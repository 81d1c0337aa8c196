import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { shortId } from '../../ui/format/labels.ts';
import { personQuery } from '../../bridge/person-query.ts';

export interface PersonNameProps {
  readonly personId: string;
  /** Leads to the person; not where one is about to send a form. */
  readonly link?: boolean | undefined;
}

/** Another person by name; by a short id where nothing is known of them. */
export function PersonName({ personId, link = true }: PersonNameProps) {
  const person = useQuery(personQuery(personId));
  if (person.isPending) return '…';
  const name =
    person.data === undefined ? (
      <span className="mono" data-hint={personId}>
        {shortId(personId)}
      </span>
    ) : (
      <bdi>{person.data.displayName}</bdi>
    );
  if (!link) return name;
  return (
    <Link to="/persons/$personId" params={{ personId }}>
      {name}
    </Link>
  );
}
