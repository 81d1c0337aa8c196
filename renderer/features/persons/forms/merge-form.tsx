import { useQuery } from '@tanstack/react-query';
import { personQuery } from '../../../bridge/person-query.ts';
import { CommandFormOf, type PersonFormProps } from './command-form.tsx';
import type { SimpleForm } from './simple-form.ts';

/** What is known of a record by its id; without a name it is the id that is said. */
function useNameOf(personId: string): string {
  return useQuery(personQuery(personId)).data?.displayName ?? personId;
}

/** Freezes the record that it is opened on and lets it lead to another one. */
export function MergeForm({ detail, into, onClose }: PersonFormProps & { readonly into: string }) {
  const kept = useNameOf(into);
  const form: SimpleForm = {
    type: 'MergePersons',
    title: 'Merge records',
    action: 'Merge records',
    done: 'Records merged',
    consequence: `This record is frozen and leads to ${kept} from then on, which cannot be undone. What it says stays with it and is not added to the one that is kept: copy over what that one lacks before.`,
    danger: true,
    below: true,
    fixed: { targetId: into },
  };
  return <CommandFormOf detail={detail} form={form} onClose={onClose} />;
}
