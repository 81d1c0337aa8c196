import { useState } from 'react';
import { type Control, Controller, useWatch } from 'react-hook-form';
import { Field, Fields, Fold } from '../../../ui/form/field.tsx';
import { TextInput } from '../../../ui/form/inputs.tsx';
import { Select } from '../../../ui/form/select.tsx';
import { textOf } from '../../../ui/form/values.ts';
import { WholeWords } from '../../../ui/whole-words.tsx';
import styles from './name-fields.module.css';
import {
  type Convention,
  conventions,
  foldedFields,
  type NameField,
  namePreview,
  type NameValues,
} from './name-values.ts';
import { inputIdOf } from './problems.ts';
import { useFieldError } from './schema-field.tsx';

const looks: Readonly<Record<NameField, { readonly label: string; readonly help?: string }>> = {
  givenNames: { label: 'Given names', help: 'Separate several with commas' },
  familyNames: { label: 'Family names', help: 'Separate several with commas; “van der Berg” is one' },
  patronymic: { label: 'Patronymic', help: 'From the father’s name' },
  matronymic: { label: 'Matronymic', help: 'From the mother’s name' },
  prefixes: { label: 'Prefixes', help: 'Titles and particles: Dr., Sir' },
  suffixes: { label: 'Suffixes', help: 'Jr., III, PhD' },
  preferred: {
    label: 'Preferred name',
    help: 'What the person is called, where it is not the first given name',
  },
};

const options = Object.entries(conventions).map(([value, { label }]) => ({ value, label }));

function isNameField(field: string): field is NameField {
  return Object.hasOwn(looks, field);
}

export function nameFieldLabel(field: string, convention: Convention): string {
  if (field === 'convention') return 'Naming convention';
  if (field === 'givenNames' && convention === 'Mononymic') return 'Name';
  return isNameField(field) ? looks[field].label : field;
}

/** The structured name: what the convention needs at once, the rest folded, and how it will read. */
export function NameFields({ control, path }: { readonly control: Control; readonly path: string }) {
  const values = useWatch({ control, name: path }) as NameValues;
  const { main, help } = conventions[values.convention];
  const folded = foldedFields(values);
  const [opened] = useState(folded.some((field) => values[field] !== ''));
  return (
    <Fields>
      <Field
        label="Naming convention"
        required
        id={inputIdOf(`${path}.convention`)}
        help={help}
        error={useFieldError(control, `${path}.convention`)}
      >
        <Controller
          control={control}
          name={`${path}.convention`}
          render={({ field }) => <Select {...field} options={options} />}
        />
      </Field>
      {main.map((field) => (
        <NameInput key={field} control={control} path={path} field={field} convention={values.convention} />
      ))}
      <Preview values={values} />
      <Fold
        summary="More name parts"
        hint={folded.map((field) => looks[field].label.toLowerCase()).join(', ')}
        open={opened}
      >
        {folded.map((field) => (
          <NameInput key={field} control={control} path={path} field={field} convention={values.convention} />
        ))}
      </Fold>
    </Fields>
  );
}

interface NameInputProps {
  readonly control: Control;
  readonly path: string;
  readonly field: NameField;
  readonly convention: Convention;
}

function NameInput({ control, path, field, convention }: NameInputProps) {
  const name = `${path}.${field}`;
  const error = useFieldError(control, name);
  const first = conventions[convention].main[0] === field;
  const unmarked = field === 'givenNames' || field === 'familyNames';
  const help = convention === 'Mononymic' && field === 'givenNames' ? undefined : looks[field].help;
  return (
    <Field
      label={nameFieldLabel(field, convention)}
      help={help}
      error={error}
      required={convention === 'Mononymic' && first}
      unmarked={unmarked}
      id={inputIdOf(name)}
    >
      <Controller
        control={control}
        name={name}
        render={({ field: input }) => (
          <TextInput {...input} value={textOf(input.value)} data-autofocus={first ? '' : undefined} />
        )}
      />
    </Field>
  );
}

function Preview({ values }: { readonly values: NameValues }) {
  const rows = namePreview(values);
  return (
    <dl className={styles['preview']} aria-label="How the name will read">
      {rows.map(([label, text]) => (
        <div key={label} className={styles['row']}>
          <dt>{label}</dt>
          <WholeWords words={<bdi>{text}</bdi>}>
            <dd>{text === '' ? <span className={styles['none']}>—</span> : <bdi>{text}</bdi>}</dd>
          </WholeWords>
        </div>
      ))}
    </dl>
  );
}
