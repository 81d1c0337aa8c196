import { type Control, Controller, get, useFormState, useWatch } from 'react-hook-form';
import { Field, FieldGroup, RowField } from '../../../ui/form/field.tsx';
import { Checkbox, TextArea, TextInput } from '../../../ui/form/inputs.tsx';
import { InstantInput } from '../../../ui/form/instant-input.tsx';
import { ListInput } from '../../../ui/form/list-input.tsx';
import { PairInput } from '../../../ui/form/pair-input.tsx';
import { RadioRow } from '../../../ui/form/radio-row.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { textOf, textsOf } from '../../../ui/form/values.ts';
import { pairsOf } from './form-values.ts';
import { PersonPicker } from './person-picker.tsx';
import { inputIdOf } from './problems.ts';
import type { FieldOption, FieldSpec } from '../../../words/schema-fields.ts';

export interface SchemaFieldProps {
  readonly spec: FieldSpec;
  /** Path of the field in the form's values, `data.address`. */
  readonly path: string;
  readonly control: Control;
}

export function SchemaFields({
  fields,
  path,
  control,
}: Omit<SchemaFieldProps, 'spec'> & { fields: readonly FieldSpec[] }) {
  return fields
    .filter((spec) => !spec.derived)
    .map((spec) => (
      <SchemaField
        key={spec.name}
        spec={spec}
        path={path === '' ? spec.name : `${path}.${spec.name}`}
        control={control}
      />
    ));
}

export function useFieldError(control: Control, path: string): string | undefined {
  const { errors } = useFormState({ control, name: path });
  return textOf(get(errors, `${path}.message`)) || textOf(get(errors, `${path}.root.message`)) || undefined;
}

export function SchemaField({ spec, path, control }: SchemaFieldProps) {
  if (spec.kind === 'object') {
    return (
      <FieldGroup legend={spec.label} help={spec.help} optional={!spec.required}>
        <SchemaFields fields={spec.fields} path={path} control={control} />
      </FieldGroup>
    );
  }
  if (spec.kind === 'choice') return <ChoiceField spec={spec} path={path} control={control} />;
  if (spec.kind === 'several') return <SeveralField spec={spec} path={path} control={control} />;
  return <SingleField spec={spec} path={path} control={control} />;
}

function ChoiceField({
  spec,
  path,
  control,
}: SchemaFieldProps & { readonly spec: FieldSpec & { kind: 'choice' } }) {
  const kindPath = `${path}.${spec.discriminator}`;
  const chosen: unknown = useWatch({ control, name: kindPath });
  const variant = spec.variants.find((candidate) => candidate.value === chosen);
  return (
    <FieldGroup legend={spec.label} help={spec.help} optional={!spec.required}>
      <Field label="Kind of value" required id={inputIdOf(kindPath)}>
        <Controller
          control={control}
          name={kindPath}
          render={({ field }) => <Select {...field} options={spec.variants} />}
        />
      </Field>
      {variant === undefined ? null : <SchemaFields fields={variant.fields} path={path} control={control} />}
    </FieldGroup>
  );
}

function SeveralField({
  spec,
  path,
  control,
}: SchemaFieldProps & { readonly spec: FieldSpec & { kind: 'several' } }) {
  return (
    <Controller
      control={control}
      name={path}
      render={({ field }) => {
        const chosen: readonly string[] = Array.isArray(field.value) ? field.value : [];
        const toggle = (value: string, on: boolean) =>
          field.onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
        return (
          <FieldGroup legend={spec.label} help={spec.help} optional={!spec.required}>
            {spec.options.map((option) => (
              <Checkbox
                key={option.value}
                label={option.label}
                checked={chosen.includes(option.value)}
                onChange={(event) => toggle(option.value, event.target.checked)}
                onBlur={field.onBlur}
              />
            ))}
          </FieldGroup>
        );
      }}
    />
  );
}

function SingleField({ spec, path, control }: SchemaFieldProps) {
  const error = useFieldError(control, path);
  const Frame = spec.kind === 'boolean' ? RowField : Field;
  return (
    <Frame label={spec.label} help={spec.help} error={error} required={spec.required} id={inputIdOf(path)}>
      <Controller
        control={control}
        name={path}
        render={({ field: { ref: _ref, ...field } }) => <Input spec={spec} {...field} />}
      />
    </Frame>
  );
}

interface InputProps {
  readonly spec: FieldSpec;
  readonly name: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
}

const yesNo: readonly FieldOption[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const notRecorded: FieldOption = { value: '', label: 'Not recorded' };
const choose: FieldOption = { value: '', label: 'Choose…' };

function Input({ spec, value, ...field }: InputProps) {
  if (spec.kind === 'enum') {
    const options = [spec.required ? choose : notRecorded, ...spec.options];
    return <Select {...field} value={textOf(value)} options={options} />;
  }
  if (spec.kind === 'boolean') {
    const options = spec.required ? yesNo : [notRecorded, ...yesNo];
    return <RadioRow {...field} value={textOf(value)} label={spec.label} options={options} />;
  }
  if (spec.kind === 'list') {
    const entry = spec.label.toLowerCase().replace(/s$/u, '');
    return <ListInput {...field} value={textsOf(value)} entry={entry} />;
  }
  if (spec.reference === 'person') return <PersonPicker {...field} value={textOf(value)} />;
  if (spec.kind === 'instant') return <InstantInput {...field} value={textOf(value)} />;
  if (spec.kind === 'pairs') return <PairInput {...field} value={pairsOf(value)} />;
  if (spec.kind === 'longText' || spec.kind === 'json') {
    return <TextArea {...field} value={textOf(value)} {...faceOf(spec)} />;
  }
  return <TextInput {...field} value={textOf(value)} {...faceOf(spec)} />;
}

/** Keyboard and face of a text input. Dates stay text: a date means the same to everybody when it is written in full. */
function faceOf(spec: FieldSpec): object {
  if (spec.kind === 'date') return { placeholder: 'YYYY-MM-DD', mono: true, dir: 'ltr' };
  if (spec.kind === 'json') return { dir: 'ltr', spellCheck: false, placeholder: '{ }' };
  if (spec.kind === 'number') return { inputMode: spec.integer ? 'numeric' : 'decimal', dir: 'ltr' };
  if (spec.format === 'email' || spec.format === 'url') return { inputMode: spec.format, dir: 'ltr' };
  return {};
}
