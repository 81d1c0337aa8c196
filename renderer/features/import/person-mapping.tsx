import { Fields, FieldSection, Fold, LineField } from '../../ui/form/field.tsx';
import { TextInput } from '../../ui/form/inputs.tsx';
import { useEditor } from './editor-context.ts';
import styles from './mapping.module.css';
import { NamedValues, ValueList } from './value-list.tsx';
import { ValueRow } from './value-row.tsx';

const name = (part: string) => ['person', 'name', part] as const;

/** Who a row is about, and who the person is. */
export function PersonMapping() {
  const { mapping } = useEditor();
  const parts = mapping.person.name;
  const hasMore = ['prefixes', 'suffixes', 'patronymic', 'matronymic', 'convention'].some(
    (part) => part in parts,
  );
  const hasIds = Object.keys({ ...mapping.person.identities, ...mapping.person.metadata }).length > 0;
  return (
    <Fields>
      <FieldSection title="Source">
        <ValueRow place={['key']} label="Source key" required />
        <p className={styles['explained']}>
          What the source knows a person by, whatever else changes. With the name of the source it makes the
          person’s id: a second import then changes the person instead of making another one.
        </p>
        <SourceText field="source" label="Name of the source" required />
        <SourceText field="sourceSystem" label="System" />
      </FieldSection>
      <FieldSection title="Person">
        <ValueRow place={name('whole')} label="Name on one line" />
        <ValueList place={name('givenNames')} label="Given names" />
        <ValueList place={name('familyNames')} label="Family names" />
        <ValueRow place={name('preferred')} label="Preferred name" />
        <Fold summary="More parts of the name" open={hasMore}>
          <div className={styles['lines']}>
            <ValueList place={name('prefixes')} label="Prefixes" />
            <ValueList place={name('suffixes')} label="Suffixes" />
            <ValueRow place={name('patronymic')} label="Patronymic" />
            <ValueRow place={name('matronymic')} label="Matronymic" />
            <ValueRow place={name('convention')} label="Convention" />
          </div>
        </Fold>
        <ValueRow place={['person', 'birthDate']} label="Date of birth" />
        <ValueRow place={['person', 'location']} label="Location" />
        <Fold summary="Identities in other systems, metadata" open={hasIds}>
          <div className={styles['lines']}>
            <NamedValues place={['person', 'identities']} noun="Identity" />
            <NamedValues place={['person', 'metadata']} noun="Metadata" />
          </div>
        </Fold>
      </FieldSection>
    </Fields>
  );
}

interface SourceTextProps {
  readonly field: 'source' | 'sourceSystem';
  readonly label: string;
  readonly required?: boolean | undefined;
}

function SourceText({ field, label, required = false }: SourceTextProps) {
  const { mapping, problems, edit } = useEditor();
  const clear = required ? '' : undefined;
  return (
    <LineField id={field} label={label} required={required} error={problems.get(field)}>
      <span className={styles['short']}>
        <TextInput
          value={mapping[field] ?? ''}
          onChange={(event) => edit([field], event.target.value === '' ? clear : event.target.value)}
        />
      </span>
    </LineField>
  );
}
