import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportSample } from '../../../domain/contract/import.ts';
import type { ComponentRule, MappedValue } from '../../../domain/contract/import-mapping.ts';
import { LineField } from '../../ui/form/field.tsx';
import { TextInput } from '../../ui/form/inputs.tsx';
import { Select } from '../../ui/form/select.tsx';
import type { FieldSpec } from '../../words/schema-fields.ts';
import { columnLabel, columnsFor } from './columns.ts';
import { useEditor } from './editor-context.ts';
import { type Place, placeName, valueAt } from './mapping-edit.ts';
import { mappedValue, type ShownValue, shownValue } from './mapping-value.ts';
import { valueWords } from './mapping-words.ts';
import { WholeWords } from '../../ui/whole-words.tsx';
import styles from './mapping.module.css';
import { AddStep, StepsEditor } from './steps-editor.tsx';

export interface ValueRowProps {
  readonly place: Place;
  readonly label: string;
  readonly each?: ComponentRule['each'];
  readonly spec?: FieldSpec | null | undefined;
  readonly required?: boolean | undefined;
  /** What stands there where nothing is mapped. */
  readonly none?: string | undefined;
  readonly actions?: ReactNode;
}

const FIXED = '=';

/** One field: where its value comes from, what is done to it, and what the sample row gives. */
export function ValueRow({ place, label, each, spec, required = false, none, actions }: ValueRowProps) {
  const { mapping, samples, problems, edit } = useEditor();
  const id = placeName(place);
  const shown = shownValue(valueAt(mapping, place) as MappedValue | undefined);
  const change = (next: ShownValue) => edit(place, mappedValue(next));
  return (
    <LineField id={id} label={label} required={required} error={problems.get(id)}>
      <div className={styles['value']}>
        {shown.kind === 'other' ? (
          <p
            id={id}
            className={styles['other']}
            data-hint="The form has no inputs for this; it is kept as it is and can be changed as JSON"
          >
            <bdi>{valueWords(shown.value)}</bdi>
          </p>
        ) : (
          <Source
            id={id}
            label={label}
            shown={shown}
            each={each}
            spec={spec}
            none={none ?? (required ? 'Choose…' : 'Not mapped')}
            onChange={change}
          />
        )}
        <span>{actions}</span>
        <Sample sample={shown.kind === 'none' ? undefined : samples[id]} />
      </div>
      {shown.kind === 'path' ? (
        <StepsEditor
          id={id}
          label={label}
          steps={shown.steps}
          onChange={(steps) => change({ ...shown, steps })}
        />
      ) : null}
    </LineField>
  );
}

interface SourceProps extends Pick<ValueRowProps, 'label' | 'each' | 'spec'> {
  readonly id: string;
  readonly shown: Exclude<ShownValue, { kind: 'other' }>;
  readonly none: string;
  readonly onChange: (shown: ShownValue) => void;
}

function Source({ id, label, shown, each, spec, none, onChange }: SourceProps) {
  const columns = columnsFor(useEditor().paths, each);
  const isKnown = shown.kind !== 'path' || columns.some(({ path }) => path === shown.path);
  const options = [
    { value: '', label: none },
    { value: FIXED, label: 'Fixed value' },
    ...columns.map(({ path }) => ({ value: `:${path}`, label: columnLabel(path) })),
    ...(isKnown
      ? []
      : [{ value: `:${shown.path}`, label: `${columnLabel(shown.path)} (not seen in the file)` }]),
  ];
  const choose = (value: string) => {
    if (value === '') return onChange({ kind: 'none' });
    if (value === FIXED) return onChange({ kind: 'constant', constant: firstConstant(spec) });
    onChange({ kind: 'path', path: value.slice(1), steps: shown.kind === 'path' ? shown.steps : [] });
  };
  const dateFormat = columns.find(({ path }) => shown.kind === 'path' && path === shown.path)?.dateFormats[0];
  return (
    <span className={styles['source']}>
      <Select
        value={shown.kind === 'none' ? '' : shown.kind === 'constant' ? FIXED : `:${shown.path}`}
        options={options}
        onChange={choose}
      />
      {shown.kind === 'constant' ? (
        <Constant id={id} label={label} shown={shown} spec={spec} onChange={onChange} />
      ) : null}
      {shown.kind === 'path' ? (
        <AddStep
          id={id}
          label={label}
          dateFormat={dateFormat}
          onAdd={(step) => onChange({ ...shown, steps: [...shown.steps, step] })}
        />
      ) : null}
    </span>
  );
}

function firstConstant(spec: FieldSpec | null | undefined): string | boolean {
  if (spec?.kind === 'boolean') return true;
  return spec?.kind === 'enum' ? (spec.options[0]?.value ?? '') : '';
}

interface ConstantProps {
  readonly id: string;
  readonly label: string;
  readonly shown: Extract<ShownValue, { kind: 'constant' }>;
  readonly spec: FieldSpec | null | undefined;
  readonly onChange: (shown: ShownValue) => void;
}

const yesNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

function Constant({ id, label, shown, spec, onChange }: ConstantProps) {
  const common = { id: `${id}/constant`, 'aria-label': `Fixed value of ${label.toLowerCase()}` };
  const set = (constant: string | number | boolean) => onChange({ kind: 'constant', constant });
  const text = String(shown.constant);
  if (spec?.kind === 'boolean')
    return <Select {...common} value={text} options={yesNo} onChange={(value) => set(value === 'true')} />;
  if (spec?.kind === 'enum' && spec.options.some(({ value }) => value === text))
    return <Select {...common} value={text} options={spec.options} onChange={set} />;
  const read = (typed: string) => (spec?.kind === 'number' && isNumber(typed) ? Number(typed) : typed);
  return <TextInput {...common} value={text} onChange={(event) => set(read(event.target.value))} />;
}

/** Written the way it is read back, so that typing goes on: `1.` is no number yet. */
function isNumber(text: string): boolean {
  return text.trim() !== '' && String(Number(text)) === text;
}

function Sample({ sample }: { readonly sample: ImportSample | undefined }) {
  if (sample === undefined) return <span className={styles['sample']} />;
  if (sample.fault !== null)
    return (
      <span className={styles['sample']} data-fault data-hint={sample.fault.code}>
        <CircleAlert aria-hidden size={14} />
        {sample.fault.message}
      </span>
    );
  if (sample.text === null)
    return (
      <span className={styles['sample']} data-none>
        not given
      </span>
    );
  return (
    <WholeWords words={<bdi>{sample.text}</bdi>}>
      <samp className={styles['sample']}>
        <bdi>{sample.text}</bdi>
      </samp>
    </WholeWords>
  );
}
