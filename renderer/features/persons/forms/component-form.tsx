import { type Control, Controller } from 'react-hook-form';
import { componentOf, definitionOf } from '../../../../domain/contract/forms.ts';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { Checkbox } from '../../../ui/form/inputs.tsx';
import { Field, Fields, FieldSection } from '../../../ui/form/field.tsx';
import { ListInput } from '../../../ui/form/list-input.tsx';
import { typeTitle } from '../../../words/type-title.ts';
import { type Component, personOf } from '../person-model.ts';
import {
  addCommand,
  type ComponentValues,
  componentValues,
  componentLabels,
  componentLeaves,
  customField,
  type Envelope,
  fieldsOfType,
  reasonField,
  updateCommand,
  validateAdd,
  validateUpdate,
} from './component-values.ts';
import { useAsked } from './conflict-in-hand.ts';
import { addedValues, editedValues } from './asked-component.ts';
import { FormSheet } from './form-sheet.tsx';
import type { PersonFormProps } from './command-form.tsx';
import { editDraftKey } from './form-address.ts';
import { inputIdOf } from './problems.ts';
import { SchemaFields, useFieldError } from './schema-field.tsx';
import { useAccepted } from './use-accepted.ts';
import { useCommandForm } from './use-command-form.ts';
import { useOpenedDetail } from './use-opened-detail.ts';

const refusalPath = (path: readonly string[]): readonly string[] => {
  const inner = path[0] === 'changes' ? path.slice(1) : path;
  const own: readonly string[] = ['data', 'primary', 'verified', 'tags', 'custom', 'reason'];
  if (inner[0] === 'custom') return ['custom'];
  return own.includes(inner[0] ?? '') ? inner : ['data', ...inner];
};

export function AddComponentForm({ detail, onClose, type }: PersonFormProps & { readonly type: string }) {
  const record = useOpenedDetail(detail);
  const { opened } = record;
  const { personId } = opened;
  const title = typeTitle(type);
  const asked = useAsked();
  const handle = useCommandForm<ComponentValues>({
    draftKey: `add.${type}.${personId}`,
    defaults: componentValues(type, undefined),
    mine: asked === null ? undefined : addedValues(type, asked),
    version: opened.version,
    validate: (values) => validateAdd(personId, type, values),
    build: (values, standsOn) => addCommand(personId, type, values, standsOn),
    fieldOf: refusalPath,
    onAccepted: useAccepted(`${title} added`, personId),
  });
  return (
    <FormSheet
      title={`Add ${title.toLowerCase()}`}
      description={<bdi>{opened.displayName}</bdi>}
      action={`Add ${title.toLowerCase()}`}
      handle={handle}
      labelOf={(path) => componentLabels(type, path)}
      record={{ ...record, leaves: [], valuesOf: () => componentValues(type, undefined) }}
      onClose={onClose}
    >
      <ComponentFields type={type} control={handle.form.control as unknown as Control} />
    </FormSheet>
  );
}

export function EditComponentForm({
  detail,
  onClose,
  component,
}: PersonFormProps & { readonly component: Component }) {
  const record = useOpenedDetail(detail);
  const { opened } = record;
  const { personId } = opened;
  const before = componentOf(personOf(opened), component.componentId) ?? component;
  const title = typeTitle(component.type);
  const asked = useAsked();
  const handle = useCommandForm<ComponentValues>({
    draftKey: editDraftKey(component.componentId),
    defaults: componentValues(component.type, before),
    mine: asked === null ? undefined : editedValues(before, asked),
    version: opened.version,
    validate: (values) => validateUpdate(before, values),
    build: (values, standsOn) => updateCommand(personId, before, values, standsOn),
    fieldOf: refusalPath,
    onAccepted: useAccepted(`${title} changed`, personId),
  });
  const valuesOf = (now: PersonDetail) =>
    componentValues(component.type, componentOf(personOf(now), component.componentId) ?? before);
  return (
    <FormSheet
      title={`Edit ${title.toLowerCase()}`}
      description={<bdi>{opened.displayName}</bdi>}
      action="Save changes"
      handle={handle}
      labelOf={(path) => componentLabels(component.type, path)}
      record={{ ...record, leaves: componentLeaves(component.type), valuesOf }}
      onClose={onClose}
    >
      <ComponentFields type={component.type} control={handle.form.control as unknown as Control} reason />
    </FormSheet>
  );
}

interface ComponentFieldsProps {
  readonly type: string;
  readonly control: Control;
  readonly reason?: boolean;
}

function ComponentFields({ type, control, reason = false }: ComponentFieldsProps) {
  const single = definitionOf(type)?.single === true;
  return (
    <Fields>
      <SchemaFields fields={fieldsOfType(type)} path="data" control={control} />
      <FieldSection title="Marks">
        {single ? null : (
          <Mark
            control={control}
            name="primary"
            label="Primary"
            help="The one of its type to use first; another one gives way"
          />
        )}
        <Mark
          control={control}
          name="verified"
          label="Verified"
          help="Somebody has checked that it is right"
        />
        <TagsField control={control} />
        <SchemaFields fields={[customField]} path="" control={control} />
      </FieldSection>
      {reason ? <SchemaFields fields={[reasonField]} path="" control={control} /> : null}
    </Fields>
  );
}

interface MarkProps {
  readonly control: Control;
  readonly name: keyof Envelope;
  readonly label: string;
  readonly help: string;
}

function Mark({ control, name, label, help }: MarkProps) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, onBlur } }) => (
        <Checkbox
          label={label}
          help={help}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
          onBlur={onBlur}
        />
      )}
    />
  );
}

function TagsField({ control }: { readonly control: Control }) {
  const error = useFieldError(control, 'tags');
  return (
    <Field label="Tags" error={error} id={inputIdOf('tags')}>
      <Controller
        control={control}
        name="tags"
        render={({ field }) => (
          <ListInput
            value={Array.isArray(field.value) ? field.value : []}
            onChange={field.onChange}
            onBlur={field.onBlur}
            entry="tag"
          />
        )}
      />
    </Field>
  );
}
