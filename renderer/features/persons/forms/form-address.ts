import { z } from 'zod';

export const formNames = [
  'create',
  'rename',
  'deactivate',
  'reactivate',
  'birth-date',
  'death',
  'archive',
  'add-component',
  'edit-component',
  'remove-component',
  'merge',
  'location',
  'identity',
  'metadata',
  'consent',
  'communication',
  'privacy',
  'register-type',
  'unregister-type',
  'endorse',
  'record-attribute',
  'update-attribute',
  'invalidate-attribute',
  'decide-conflict',
] as const;
export type FormName = (typeof formNames)[number];

/** An open form is part of the address: it survives a reload, and going back closes it. */
const formSearchSchema = z.object({
  form: z.enum(formNames).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  component: z.string().max(100).optional().catch(undefined),
  type: z.string().max(100).optional().catch(undefined),
  /** The record that stays, of two that are merged. */
  into: z.uuid().optional().catch(undefined),
  /** The conflict that is decided. */
  conflict: z.uuid().optional().catch(undefined),
});

export type FormSearch = Partial<z.output<typeof formSearchSchema>>;

export function parseFormSearch(raw: Readonly<Record<string, unknown>>): FormSearch {
  const parsed = formSearchSchema.parse(raw);
  const complete = parsed.form === undefined || parsed.form === 'create' || parsed.person !== undefined;
  if (!complete) return {};
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined));
}

/** The same address without a form. */
export function withoutForm<S extends object>(search: S): Omit<S, keyof FormSearch> {
  const {
    form: _form,
    person: _person,
    component: _component,
    type: _type,
    into: _into,
    conflict: _conflict,
    ...rest
  } = search as S & FormSearch;
  return rest;
}

/** What a draft of an edited component is kept under. */
export function editDraftKey(componentId: string): string {
  return `edit.${componentId}`;
}
