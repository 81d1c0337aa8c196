import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PersonDetail } from '../../../domain/contract/views.ts';
import { usePreferences } from '../../state/preferences.ts';
import { calendarDate } from '../../ui/format/time.ts';
import { useWidth } from '../../ui/hooks/use-width.ts';
import { Notice } from '../../ui/notice.tsx';
import { focusHome } from '../../ui/focus-home.ts';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { statusLook } from '../../ui/status.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Words } from '../../ui/words.tsx';
import { clampedAsOf, type ShowAsOf } from './as-of.ts';
import { AsOfBar } from './as-of-bar.tsx';
import { DuplicatesNotice } from './compare/duplicates-notice.tsx';
import { ComponentList } from './component-list.tsx';
import { KeyFacts } from './key-facts.tsx';
import { NoPerson } from './no-person.tsx';
import { PersonHeader } from './person-header.tsx';
import { type Abilities, abilitiesOf, type ExistingPerson, onlyRead, personOf } from './person-model.ts';
import { PersonName } from './person-name.tsx';
import { PersonSkeleton } from './person-skeleton.tsx';
import styles from './person-view.module.css';
import { NamedByOthers } from './related.tsx';
import { Timeline } from './timeline.tsx';
import { usePersonAsOf } from './use-person-as-of.ts';
import { usePersonHotkeys } from './use-person-hotkeys.ts';

export interface PersonViewProps {
  readonly personId: string;
  readonly full: boolean;
  /** The version to show the person as of; absent: as they are now. */
  readonly asOf?: number | undefined;
  /** Where one can look back: on the full page. */
  readonly onAsOf?: ShowAsOf | undefined;
  readonly onFull?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}

const TWO_COLUMNS_FROM = 900;

/** A person, as the full page or beside the list: the same content, laid out for the room there is. */
export function PersonView({ personId, full, asOf, onAsOf, onFull, onClose }: PersonViewProps) {
  const person = usePersonAsOf(personId, asOf);
  const [ref, width] = useWidth();
  usePersonHotkeys(asOf === undefined ? person.data : undefined);
  if (person.data === undefined) {
    return person.error === null ? (
      <PersonSkeleton full={full} />
    ) : (
      <div className={styles['state']}>
        <NoPerson person={person} error={person.error} full={full} />
      </div>
    );
  }
  const detail = person.data;
  // By what was asked for: the newest may be read before a view shows it, and is no look back.
  const isPast = clampedAsOf(asOf, detail.headVersion) !== null;
  const can = isPast ? onlyRead : abilitiesOf(personOf(detail));
  const wide = width >= TWO_COLUMNS_FROM;
  return (
    <article
      {...focusHome}
      ref={ref}
      className={styles['view']}
      aria-label={detail.displayName}
      data-wide={wide ? '' : undefined}
    >
      <div className={styles['head']}>
        <StaleNotice query={person} what="The record" onRefresh={() => void person.refetch()} />
        <PersonHeader
          detail={detail}
          full={full}
          isPast={isPast}
          onAsOf={onAsOf}
          onFull={onFull}
          onClose={onClose}
        />
        {isPast && onAsOf !== undefined ? (
          <AsOfBar version={asOf ?? detail.version} detail={detail} onShow={onAsOf} />
        ) : null}
      </div>
      <div className={styles['top']}>
        <LifecycleNotice detail={detail} can={can} />
        {isPast || !can.close ? null : <DuplicatesNotice personId={personId} />}
        <KeyFacts detail={detail} isPast={isPast} />
      </div>
      <PersonParts detail={detail} isPast={isPast} can={can} full={full} wide={wide} onAsOf={onAsOf} />
    </article>
  );
}

interface PartsProps {
  readonly detail: PersonDetail;
  readonly isPast: boolean;
  readonly can: Abilities;
  readonly full: boolean;
  readonly wide: boolean;
  readonly onAsOf: ShowAsOf | undefined;
}

function PersonParts({ detail, isPast, can, full, wide, onAsOf }: PartsProps) {
  const detailTab = usePreferences((preferences) => preferences.detailTab);
  const change = usePreferences((preferences) => preferences.change);
  const person = personOf(detail);
  const heading = full ? 'h2' : 'h3';
  const components = (
    <>
      <ComponentList person={person} can={can} heading={heading} />
      {isPast ? null : <NamedByOthers person={person} heading={heading} />}
    </>
  );
  const timeline = (
    <Timeline personId={detail.personId} asOf={detail.version} isPast={isPast} onAsOf={onAsOf} />
  );
  if (wide) {
    return (
      <div className={styles['columns']}>
        <section className={styles['column']} aria-label="Components">
          {components}
        </section>
        <section className={styles['aside']} aria-labelledby="history">
          <h2 id="history" className={styles['heading']}>
            History
          </h2>
          {timeline}
        </section>
      </div>
    );
  }
  const count = person.components.length;
  return (
    <div className={styles['parts']}>
      <Tabs
        label="Parts of the person"
        value={detailTab}
        onChange={(id) => change({ detailTab: id })}
        tabs={[
          { id: 'components', label: 'Components', count, content: <Padded>{components}</Padded> },
          {
            id: 'history',
            label: 'History',
            count: detail.headVersion,
            content: <Padded>{timeline}</Padded>,
          },
        ]}
      />
    </div>
  );
}

function Padded({ children }: { readonly children: ReactNode }) {
  return <div className={styles['padded']}>{children}</div>;
}

/** Why the record is not worked on; nothing where it is. */
function EndTitle({ lifecycle }: Pick<ExistingPerson, 'lifecycle'>): ReactNode {
  switch (lifecycle.status) {
    case 'suspended':
      return <bdi>{`Deactivated: ${lifecycle.reason}`}</bdi>;
    case 'archived':
      return <bdi>{`Archived: ${lifecycle.reason}`}</bdi>;
    case 'deceased':
      return <Words text={`Died on ${calendarDate(lifecycle.dateOfDeath)}`} />;
    case 'merged':
      return (
        <>
          Merged into <PersonName personId={lifecycle.into} />
        </>
      );
    case 'active':
      return null;
  }
}

function LifecycleNotice({ detail, can }: { readonly detail: PersonDetail; readonly can: Abilities }) {
  const { lifecycle } = personOf(detail);
  if (lifecycle.status === 'active') return null;
  const { tone, icon } = statusLook(lifecycle.status);
  return (
    <div className={styles['notice']}>
      <Notice tone={tone} icon={icon} title={<EndTitle lifecycle={lifecycle} />}>
        {can.because} <LeadsOn detail={detail} />
      </Notice>
    </div>
  );
}

/** The other record may have been merged in its turn: where the way ends. */
function LeadsOn({ detail }: { readonly detail: PersonDetail }) {
  const { redirect } = detail;
  const { lifecycle } = personOf(detail);
  if (redirect === null || lifecycle.status !== 'merged' || lifecycle.into === redirect.personId) return null;
  return (
    <>
      That one was merged, too: the way ends at{' '}
      <Link to="/persons/$personId" params={{ personId: redirect.personId }}>
        <bdi>{redirect.displayName}</bdi>
      </Link>
      .
    </>
  );
}
