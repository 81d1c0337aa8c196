import { Trash2, X } from 'lucide-react';
import { type FocusEvent, useState } from 'react';
import type { ComponentRule } from '../../../domain/contract/import-mapping.ts';
import { Button } from '../../ui/button.tsx';
import { countOf } from '../../ui/format/number.ts';
import { LineField } from '../../ui/form/field.tsx';
import { Checkbox, TextInput } from '../../ui/form/inputs.tsx';
import { Select } from '../../ui/form/select.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { typeTitle } from '../../words/type-title.ts';
import { endCalm, useCalmRule } from './calm-rule.ts';
import { columnLabel, columnsFor, listOf } from './columns.ts';
import { fieldOf, mappableFields, shownFields } from './component-fields.ts';
import { useEditor } from './editor-context.ts';
import { moved } from './list-order.ts';
import type { Place } from './mapping-edit.ts';
import { valueWords } from './mapping-words.ts';
import styles from './mapping.module.css';
import { MoveButtons, moveByKey, type MoveEntry } from './move-entry.tsx';
import { NamedValues, ValueList } from './value-list.tsx';
import { ValueRow } from './value-row.tsx';

export interface RuleProps {
  readonly rule: ComponentRule;
  readonly index: number;
}

/** Whoever goes on to something else has done with a new rule for now. Another window is nothing else. */
function leave({ currentTarget, relatedTarget }: FocusEvent, index: number): void {
  const isLeft = document.hasFocus() && !currentTarget.contains(relatedTarget);
  if (isLeft && useCalmRule.getState().index === index) endCalm();
}

/** How one kind of component is made: folded to one line, as there may be many. */
export function RuleCard({ rule, index }: RuleProps) {
  const { mapping, problems, edit } = useEditor();
  const own = [...problems.keys()].filter((at) => at.startsWith(`components/${index}/`)).length;
  const fields = Object.keys(rule.data);
  /** A new one has to be filled in. It stays open then. */
  const [begunOpen] = useState(fields.length === 0);
  const { components } = mapping;
  const entry: MoveEntry = {
    index,
    count: components.length,
    onMove: (to) => edit(['components'], moved(components, index, to)),
  };
  return (
    <li
      className={styles['rule']}
      onKeyDown={(event) => moveByKey(event, entry)}
      onBlur={(event) => leave(event, index)}
    >
      <details open={begunOpen}>
        <summary className={styles['ruleSummary']}>
          <span className={styles['ruleTitle']}>{typeTitle(rule.type)}</span>
          <bdi className={styles['ruleFact']}>{rule.fact}</bdi>
          <span className={styles['ruleNote']}>
            {rule.each === undefined ? null : `each of ${listOf(rule.each)} · `}
            {fields.map((field) => fieldOf(rule.type, field).label).join(', ')}
          </span>
          {own === 0 ? null : <span className={styles['ruleFaults']}>{countOf(own, 'thing')} to mend</span>}
        </summary>
        <div className={styles['ruleBody']}>
          <RuleFrame rule={rule} index={index} />
          <RuleFields rule={rule} index={index} />
          <RuleMore rule={rule} index={index} />
        </div>
      </details>
      {/* Beside the summary: nothing in it can be a button of its own. */}
      <div className={styles['ruleMoves']}>
        <MoveButtons what={`${typeTitle(rule.type)} ${rule.fact}`} entry={entry} />
      </div>
    </li>
  );
}

function RuleFrame({ rule, index }: RuleProps) {
  const { mapping, paths, problems, edit } = useEditor();
  const place: Place = ['components', index];
  const at = place.join('/');
  const lists = paths.filter(({ entries }) => entries !== null).map(({ path }) => path);
  const list = listOf(rule.each);
  const options = [...new Set([...lists, ...(list === null ? [] : [list])])];
  const isShared = mapping.components.some(
    (other, i) => i !== index && other.type === rule.type && other.fact === rule.fact,
  );
  return (
    <>
      <LineField id={`${at}/fact`} label="Name of the rule" required error={problems.get(`${at}/fact`)}>
        <span className={styles['short']}>
          <TextInput value={rule.fact} onChange={(event) => edit([...place, 'fact'], event.target.value)} />
        </span>
      </LineField>
      <LineField id={`${at}/each`} label="One for" error={problems.get(`${at}/each`)}>
        {rule.each === undefined || typeof rule.each === 'string' ? (
          <span className={styles['short']}>
            <Select
              value={list ?? ''}
              options={[
                { value: '', label: 'Each row' },
                ...options.map((path) => ({ value: path, label: `Each entry of ${path}` })),
              ]}
              onChange={(value) => edit([...place, 'each'], value || undefined)}
            />
          </span>
        ) : (
          <p id={`${at}/each`} className={styles['other']}>{`each of ${valueWords(rule.each)}`}</p>
        )}
      </LineField>
      {list === null && !isShared && rule.key === undefined ? null : (
        <ValueRow
          place={[...place, 'key']}
          label="Known by"
          each={rule.each}
          none={isShared ? 'Choose…' : 'Its place in the list'}
        />
      )}
      <Needs rule={rule} index={index} />
    </>
  );
}

function Needs({ rule, index }: RuleProps) {
  const { paths, edit } = useEditor();
  const place: Place = ['components', index, 'needs'];
  const free = columnsFor(paths, rule.each).filter(({ path }) => !rule.needs.includes(path));
  const remove = (path: string) =>
    edit(
      place,
      rule.needs.filter((other) => other !== path),
    );
  return (
    <LineField id={place.join('/')} label="Only where given">
      <span className={styles['needs']}>
        {rule.needs.map((path) => (
          <span key={path} className={styles['need']}>
            <bdi>{columnLabel(path)}</bdi>
            <IconButton
              icon={X}
              size="small"
              label={`No longer needed: ${columnLabel(path)}`}
              onClick={() => remove(path)}
            />
          </span>
        ))}
        <Select
          value=""
          options={[
            { value: '', label: rule.needs.length === 0 ? 'Always' : 'And…' },
            ...free.map(({ path }) => ({ value: path, label: columnLabel(path) })),
          ]}
          onChange={(value) => edit(place, [...rule.needs, value])}
        />
      </span>
    </LineField>
  );
}

function RuleFields({ rule, index }: RuleProps) {
  const { edit } = useEditor();
  const place: Place = ['components', index, 'data'];
  const mapped = Object.keys(rule.data);
  const free = mappableFields(rule.type).filter(({ name, required }) => !required && !mapped.includes(name));
  return (
    <div className={styles['ruleFields']}>
      {shownFields(rule.type, mapped).map(({ name, label, required, spec }) =>
        Array.isArray(rule.data[name]) ? (
          <ValueList key={name} place={[...place, name]} label={label} each={rule.each} />
        ) : (
          <ValueRow
            key={name}
            place={[...place, name]}
            label={label}
            each={rule.each}
            spec={spec}
            required={required}
          />
        ),
      )}
      {free.length === 0 ? null : (
        <LineField id={`${place.join('/')}/new`} label="Another field">
          <span className={styles['short']}>
            <Select
              value=""
              options={[
                { value: '', label: 'Choose a field…' },
                ...free.map(({ name, label }) => ({ value: name, label })),
              ]}
              onChange={(value) => edit([...place, value], '')}
            />
          </span>
        </LineField>
      )}
      <NamedValues place={['components', index, 'custom']} noun="Custom field" each={rule.each} />
    </div>
  );
}

function RuleMore({ rule, index }: RuleProps) {
  const { edit } = useEditor();
  const place: Place = ['components', index];
  const set = (field: 'primary' | 'verified', on: boolean) => edit([...place, field], on ? true : undefined);
  return (
    <div className={styles['ruleMore']}>
      <Checkbox
        label="Primary"
        checked={rule.primary === true}
        onChange={(event) => set('primary', event.target.checked)}
      />
      <Checkbox
        label="Verified"
        checked={rule.verified === true}
        onChange={(event) => set('verified', event.target.checked)}
      />
      <Button size="small" variant="quiet" icon={Trash2} onClick={() => edit(place, undefined)}>
        Remove this rule
      </Button>
    </div>
  );
}
