import type { ReactNode } from 'react';
import type { PersonDetail } from '../../../domain/contract/views.ts';
import { useSharesLog } from '../../bridge/use-shares-log.ts';
import { classNames } from '../../ui/class-names.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { actorName, humanize } from '../../ui/format/labels.ts';
import { countOf } from '../../ui/format/number.ts';
import { Time } from '../../ui/time.tsx';
import { birthText } from './birth-text.ts';
import styles from './key-facts.module.css';
import { type ExistingPerson, personOf } from './person-model.ts';

function sourceText(person: ExistingPerson): string | null {
  const parts = [person.source, person.sourceSystem, person.importId].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}

interface KeyFactsProps {
  readonly detail: PersonDetail;
  /** What waits to go out is told of the record as it is, not as it was. */
  readonly isPast: boolean;
}

/** What one wants to know before anything else, and where the record stands. */
export function KeyFacts({ detail, isPast }: KeyFactsProps) {
  const shares = useSharesLog();
  const person = personOf(detail);
  const source = sourceText(person);
  const birth = birthText(person, isPast ? person.updatedAt : new Date().toISOString());
  return (
    <dl className={styles['facts']}>
      {birth === null ? null : <KeyFact label="Born">{birth}</KeyFact>}
      <KeyFact label="Version">
        <span className="tabular">{detail.version}</span>
        {shares && detail.pendingCommits > 0 && !isPast ? (
          <span className={styles['quiet']}>{`, ${countOf(detail.pendingCommits, 'change')} to go out`}</span>
        ) : null}
      </KeyFact>
      {person.location === null ? null : <KeyFact label="Location">{person.location}</KeyFact>}
      <KeyFact label="Created">
        <Time at={person.createdAt} /> by <bdi>{actorName(person.createdBy)}</bdi>
      </KeyFact>
      <KeyFact label="Updated">
        <Time at={person.updatedAt} /> by <bdi>{actorName(person.updatedBy)}</bdi>
      </KeyFact>
      {source === null ? null : (
        <KeyFact label="Source" wide>
          {source}
        </KeyFact>
      )}
      {Object.entries(person.identities).map(([system, id]) => (
        <KeyFact key={system} label={system}>
          <span className="mono">{id}</span>
        </KeyFact>
      ))}
      {Object.entries(person.metadata).map(([key, value]) => (
        <KeyFact key={key} label={humanize(key)}>
          {value}
        </KeyFact>
      ))}
      <KeyFact label="Id" wide>
        <span className={styles['id']}>
          <span className="mono">{detail.personId}</span>
          <CopyButton value={detail.personId} label="Copy id" />
        </span>
      </KeyFact>
    </dl>
  );
}

interface KeyFactProps {
  readonly label: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

function KeyFact({ label, wide = false, children }: KeyFactProps) {
  return (
    <div className={classNames(styles['fact'], wide && styles['wide'])}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
