import { useContext } from 'react';
import { type FieldValues, get, type Path, useWatch } from 'react-hook-form';
import type { Conflict } from '../../../../domain/contract/conflicts.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Button } from '../../../ui/button.tsx';
import { fieldLabel, sideText } from '../../../words/conflict-words.ts';
import { severityWords } from '../../../words/severity-words.ts';
import type { ChangedRecord } from './changed-record.ts';
import { changedFields, type Side } from './changed-fields.ts';
import styles from './field-merge.module.css';
import { ConflictInHand } from './conflict-in-hand.ts';
import { FieldChoice } from './field-choice.tsx';
import { same } from './sparse-patch.ts';
import type { CommandForm } from './use-command-form.ts';

export interface ConflictSidesProps<V extends FieldValues> {
  readonly record: ChangedRecord<V> | undefined;
  readonly handle: CommandForm<V>;
}

/** Over a form that decides a conflict: why there is one, and theirs of each field that mine says otherwise. */
export function ConflictSides<V extends FieldValues>(props: ConflictSidesProps<V>) {
  const { record, handle } = props;
  const conflict = useContext(ConflictInHand);
  if (conflict === null || record === undefined) return null;
  const { word, meaning } = severityWords(conflict);
  return (
    <>
      <Notice tone="attention" title={word}>
        {meaning} The form holds mine: take theirs where they are right, change what neither has, then send.
      </Notice>
      {handle.mine === undefined || record.leaves.length === 0 ? (
        <Told conflict={conflict} />
      ) : (
        <Fields record={record} handle={handle} mine={handle.mine} />
      )}
    </>
  );
}

/** The form shows nothing of the record: what stands against it is told. */
function Told({ conflict: { fields } }: { readonly conflict: Conflict }) {
  if (fields.length === 0) return null;
  return (
    <section className={styles['merge']} aria-label="What they did">
      <dl className={styles['list']}>
        {fields.map((field) => (
          <div key={field.path}>
            <dt>{fieldLabel(field)}, theirs</dt>
            <dd>
              <bdi>{sideText(field.theirs) || 'nothing'}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface FieldsProps<V extends FieldValues> {
  readonly record: ChangedRecord<V>;
  readonly handle: CommandForm<V>;
  readonly mine: V;
}

function Fields<V extends FieldValues>({ record, handle, mine }: FieldsProps<V>) {
  const { form } = handle;
  const now = useWatch({ control: form.control });
  const theirs = record.valuesOf(record.opened);
  const fields = changedFields(record.leaves, { opened: theirs, mine, theirs }).filter(
    ({ leaf }) => !isReason(leaf.path),
  );
  if (fields.length === 0) return null;
  const take = (path: string, side: Side) =>
    form.setValue(path as Path<V>, valueAt(side === 'mine' ? mine : theirs, path) as never, {
      shouldDirty: true,
      shouldValidate: true,
    });
  const takeAll = (side: Side) => {
    for (const { leaf } of fields) take(leaf.path, side);
  };
  return (
    <section className={styles['merge']} aria-label="Mine and theirs">
      <div className={styles['head']}>
        <h3 className={styles['title']}>Mine and theirs</h3>
        <Button size="small" variant="quiet" onClick={() => takeAll('mine')}>
          Use all mine
        </Button>
        <Button size="small" variant="quiet" onClick={() => takeAll('theirs')}>
          Take all theirs
        </Button>
      </div>
      {fields.map((field) => (
        <FieldChoice
          key={field.leaf.path}
          leaf={field.leaf}
          mine={field.mine}
          theirs={field.theirs}
          chosen={sideOf(get(now, field.leaf.path), field)}
          missing={false}
          onChoose={(side) => take(field.leaf.path, side)}
        />
      ))}
    </section>
  );
}

function valueAt(values: unknown, path: string): unknown {
  return get(values, path);
}

/** Why it was asked is no field of the record. */
function isReason(path: string): boolean {
  return path.split('.').at(-1) === 'reason';
}

/** Neither, where it was edited since. */
function sideOf(now: unknown, { mine, theirs }: { readonly mine: unknown; readonly theirs: unknown }) {
  if (same(now, theirs)) return 'theirs';
  return same(now, mine) ? 'mine' : undefined;
}
