import { headlineOf } from '../../../words/data-words.ts';
import { typeTitle } from '../../../words/type-title.ts';
import type { Component } from '../person-model.ts';
import { type PersonFormProps, SimpleCommandForm } from './person-forms.tsx';

export function RemoveComponentForm({
  detail,
  component,
  onClose,
}: PersonFormProps & { readonly component: Component }) {
  const title = typeTitle(component.type).toLowerCase();
  const what = headlineOf(component.type, component.data);
  return (
    <SimpleCommandForm
      detail={detail}
      onClose={onClose}
      simple={{
        type: 'RemoveComponent',
        title: `Remove ${title}`,
        action: `Remove ${title}`,
        done: `${typeTitle(component.type)} removed`,
        consequence: `“${what}” no longer belongs to this person. Its history stays in the timeline, and it can be added again.`,
        fixed: { componentId: component.componentId },
      }}
    />
  );
}
