import { CircleOff, Handshake, type LucideIcon, PencilRuler, ThumbsUp } from 'lucide-react';
import type { FormName } from './forms/form-address.ts';
import type { Component } from './person-model.ts';

export interface ComponentAction {
  readonly form: FormName;
  readonly label: string;
  readonly icon: LucideIcon;
}

const endorse: ComponentAction = { form: 'endorse', label: 'Endorse', icon: ThumbsUp };
const consent: ComponentAction = { form: 'consent', label: 'Record consent', icon: Handshake };
const correct: ComponentAction = { form: 'update-attribute', label: 'Correct', icon: PencilRuler };
const invalidate: ComponentAction = { form: 'invalidate-attribute', label: 'Invalidate', icon: CircleOff };

/** What can be done to a component besides changing its fields and removing it. */
export function componentActions({ type, data }: Component): readonly ComponentAction[] {
  if (type === 'Skill') return [endorse];
  if (type === 'PrivacyPreferences') return [consent];
  return type === 'Attribute' && data['invalidated'] === undefined ? [correct, invalidate] : [];
}
