import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type FieldValues, useWatch } from 'react-hook-form';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { Button } from '../../../ui/button.tsx';
import { asConsoleError } from '../../../ui/error-words.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { countOf } from '../../../ui/format/number.ts';
import { SkeletonLines } from '../../../ui/skeleton.tsx';
import { personAsOfQuery } from '../queries.ts';
import { personQuery } from '../../../bridge/person-query.ts';
import type { ChangedRecord } from './changed-record.ts';
import {
  allOf,
  type ChangedField,
  changedFields,
  type Choices,
  mergedValues,
  type Side,
  undecided,
} from './changed-fields.ts';
import { choiceId, FieldChoice, Value } from './field-choice.tsx';
import styles from './field-merge.module.css';
import type { CommandForm } from './use-command-form.ts';

export interface FieldMergeProps<V extends FieldValues> {
  readonly record: ChangedRecord<V>;
  readonly handle: CommandForm<V>;
  readonly onDone: () => void;
}

/** What the form was typed on, what is typed now, and what the record says today. */
function useThreeSides<V extends FieldValues>({ record, handle }: FieldMergeProps<V>) {
  const { opened, valuesOf } = record;
  const { personId } = opened;
  const stale = handle.standsOn < opened.version;
  const before = useQuery({ ...personAsOfQuery(personId, handle.standsOn), enabled: stale });
  const today = useQuery({ ...personQuery(personId), staleTime: 0 });
  const mine = useWatch({ control: handle.form.control });
  const base = stale ? before.data : opened;
  const ready = base !== undefined && today.data !== undefined && today.data.version > handle.standsOn;
  return {
    compared: ready
      ? { detail: today.data, sides: { opened: valuesOf(base), mine, theirs: valuesOf(today.data) } }
      : null,
    error: before.error ?? today.error,
    retry: () => void Promise.all([before.refetch(), today.refetch()]),
  };
}

/** Every field that changed on either side: those of both to choose, the others to see what becomes of them. */
export function FieldMerge<V extends FieldValues>(props: FieldMergeProps<V>) {
  const { compared, error, retry } = useThreeSides(props);
  if (compared === null) {
    if (error === null) return <SkeletonLines lines={3} label="Comparing the fields" />;
    return <ErrorState title="The fields cannot be compared" error={asConsoleError(error)} onRetry={retry} />;
  }
  const fields = changedFields(props.record.leaves, compared.sides);
  return <Decision {...props} today={compared.detail} fields={fields} />;
}

interface DecisionProps<V extends FieldValues> extends FieldMergeProps<V> {
  /** What was compared: the form moves to this and to nothing newer. */
  readonly today: PersonDetail;
  readonly fields: readonly ChangedField[];
}

function Decision<V extends FieldValues>({ record, handle, onDone, today, fields }: DecisionProps<V>) {
  const [choices, setChoices] = useState<Choices>({});
  const [asked, setAsked] = useState(false);
  const both = fields.filter(({ by }) => by === 'both');
  const open = undecided(fields, choices);
  const takeOver = () => {
    setAsked(true);
    if (open.length > 0) return focusFirst(open);
    record.moveTo(today);
    handle.rebase(record.valuesOf(today), mergedValues(fields, choices));
    onDone();
  };
  const choose = (path: string, side: Side) => setChoices((old) => ({ ...old, [path]: side }));
  return (
    <section className={styles['merge']} aria-label="Fields that changed">
      {both.length === 0 ? null : (
        <div className={styles['head']}>
          <h3 className={styles['title']}>{`${countOf(both.length, 'field')} changed by both of you`}</h3>
          <Button size="small" variant="quiet" onClick={() => setChoices(allOf(fields, 'mine'))}>
            Use all mine
          </Button>
          <Button size="small" variant="quiet" onClick={() => setChoices(allOf(fields, 'theirs'))}>
            Use all theirs
          </Button>
        </div>
      )}
      {both.map((field) => (
        <FieldChoice
          key={field.leaf.path}
          leaf={field.leaf}
          opened={field.opened}
          mine={field.mine}
          theirs={field.theirs}
          chosen={choices[field.leaf.path]}
          missing={asked && choices[field.leaf.path] === undefined}
          onChoose={(side) => choose(field.leaf.path, side)}
        />
      ))}
      <OneSided title="Changed by them, taken over" fields={fields} by="theirs" />
      <OneSided title="Changed by you, kept" fields={fields} by="mine" />
      <div>
        <Button size="small" onClick={takeOver}>
          Take over the changes
        </Button>
      </div>
    </section>
  );
}

function focusFirst([first]: readonly ChangedField[]): void {
  if (first !== undefined) document.getElementById(choiceId(first.leaf.path))?.focus();
}

interface OneSidedProps {
  readonly title: string;
  readonly fields: readonly ChangedField[];
  readonly by: Side;
}

function OneSided({ title, fields, by }: OneSidedProps) {
  const own = fields.filter((field) => field.by === by);
  if (own.length === 0) return null;
  return (
    <div>
      <h3 className={styles['title']}>{title}</h3>
      <dl className={styles['list']}>
        {own.map(({ leaf, opened, [by]: now }) => (
          <div key={leaf.path}>
            <dt>{leaf.label}</dt>
            <dd>
              <Value leaf={leaf} value={opened} /> <span aria-hidden>→</span>
              <span className="visually-hidden"> now </span> <Value leaf={leaf} value={now} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
