import { X } from 'lucide-react';
import type { MappingStep } from '../../../domain/contract/import-mapping.ts';
import { TextInput } from '../../ui/form/inputs.tsx';
import { Select } from '../../ui/form/select.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { moved } from './list-order.ts';
import styles from './mapping.module.css';
import { newStep } from './mapping-value.ts';
import { stepWords } from './mapping-words.ts';
import { MoveButtons, moveByKey } from './move-entry.tsx';
import { useKeys } from './use-keys.ts';

type Plain = Exclude<MappingStep['do'], 'lookup'>;

const choices: readonly { readonly value: Plain | ''; readonly label: string }[] = [
  { value: '', label: 'Convert…' },
  { value: 'date', label: 'Date' },
  { value: 'number', label: 'Number' },
  { value: 'yes-no', label: 'Yes or no' },
  { value: 'text', label: 'Text' },
  { value: 'lower', label: 'Lower case' },
  { value: 'upper', label: 'Upper case' },
  { value: 'digits', label: 'Digits only' },
  { value: 'calling-code', label: 'Country calling code' },
  { value: 'country-code', label: 'Country code from its name' },
  { value: 'split', label: 'Split into several' },
  { value: 'part', label: 'One part of it' },
];

interface AddStepProps {
  readonly id: string;
  readonly label: string;
  readonly dateFormat: string | undefined;
  readonly onAdd: (step: MappingStep) => void;
}

/** The few conversions, by name. */
export function AddStep({ id, label, dateFormat, onAdd }: AddStepProps) {
  const add = (name: string) => {
    const choice = choices.find(({ value }) => value === name && value !== '');
    if (choice !== undefined) onAdd(newStep(choice.value as Plain, dateFormat));
  };
  return (
    <Select
      id={`${id}/convert`}
      aria-label={`Convert ${label.toLowerCase()}`}
      aria-describedby={undefined}
      aria-required={undefined}
      aria-invalid={undefined}
      value=""
      options={choices}
      onChange={add}
    />
  );
}

export interface StepsEditorProps {
  readonly id: string;
  readonly label: string;
  readonly steps: readonly MappingStep[];
  readonly onChange: (steps: readonly MappingStep[]) => void;
}

/** What is done to a value on its way, one after the other. */
export function StepsEditor({ id, label, steps, onChange }: StepsEditorProps) {
  const keys = useKeys(steps);
  if (steps.length === 0) return null;
  return (
    <ol className={styles['steps']} aria-label={`Conversions of ${label.toLowerCase()}`}>
      {steps.map((step, index) => {
        const onMove = (to: number) => onChange(moved(steps, index, to));
        const entry = { index, count: steps.length, onMove };
        return (
          <li key={keys[index]} className={styles['step']} onKeyDown={(event) => moveByKey(event, entry)}>
            <StepParts
              id={`${id}/step-${index}`}
              step={step}
              onChange={(next) => onChange(steps.with(index, next))}
            />
            <MoveButtons what={stepWords(step)} entry={entry} />
            <IconButton
              icon={X}
              size="small"
              label={`Without this conversion: ${stepWords(step)}`}
              onClick={() => onChange(steps.filter((_, at) => at !== index))}
            />
          </li>
        );
      })}
    </ol>
  );
}

interface StepPartsProps {
  readonly id: string;
  readonly step: MappingStep;
  readonly onChange: (step: MappingStep) => void;
}

function StepParts({ id, step, onChange }: StepPartsProps) {
  if (step.do === 'date')
    return (
      <>
        as a date
        <StepText
          id={id}
          label="Form of the date"
          value={step.format}
          onChange={(format) => onChange({ ...step, format })}
        />
      </>
    );
  if (step.do === 'split')
    return (
      <>
        split at
        <StepText id={id} label="Split at" value={step.by} onChange={(by) => onChange({ ...step, by })} />
      </>
    );
  if (step.do !== 'part') return <span>{stepWords(step)}</span>;
  return (
    <>
      part
      <StepText
        id={`${id}/at`}
        label="Which part, from 1 on; -1 is the last"
        value={step.at < 0 ? String(step.at) : String(step.at + 1)}
        onChange={(text) => onChange({ ...step, at: partNumber(text) })}
      />
      at
      <StepText id={id} label="Taken apart at" value={step.by} onChange={(by) => onChange({ ...step, by })} />
    </>
  );
}

/** Operators count from 1; from the end on, both count from -1. */
function partNumber(text: string): number {
  const number = Number.parseInt(text, 10);
  if (Number.isNaN(number)) return 0;
  return number > 0 ? number - 1 : number;
}

interface StepTextProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function StepText({ id, label, value, onChange }: StepTextProps) {
  return (
    <TextInput
      mono
      id={id}
      aria-label={label}
      className={styles['stepText']}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
