import type { MappingStep } from '../contract/import-mapping.ts';
import { callingCodeOf } from './calling-codes.ts';
import { countryCodeOf } from './country-codes.ts';
import { readDate } from './dates.ts';
import { shortened } from './shortened.ts';

export type Scalar = string | number | boolean;

export interface StepFault {
  readonly code: string;
  readonly message: string;
}

type Stepped = { readonly value: Scalar | readonly Scalar[] | undefined } | { readonly fault: StepFault };

const YES = new Set(['yes', 'y', 'true', '1', 'on', 'x']);
const NO = new Set(['no', 'n', 'false', '0', 'off']);

/** On one line, as it is repeated in a sentence. */
function shown(value: Scalar): string {
  return `“${shortened(String(value).replaceAll(/\s+/g, ' '))}”`;
}

function refused(code: string, message: string): Stepped {
  return { fault: { code, message } };
}

function toNumber(value: Scalar): Stepped {
  if (typeof value === 'number') return { value };
  const text = String(value).replaceAll(/[\s\u00a0'’]/g, '');
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return { value: Number(text) };
  return refused('number-unreadable', `${shown(value)} is no number: write it like 1234.5`);
}

function toYesNo(value: Scalar): Stepped {
  if (typeof value === 'boolean') return { value };
  const text = String(value).toLowerCase();
  if (YES.has(text)) return { value: true };
  if (NO.has(text)) return { value: false };
  return refused('yes-no-unreadable', `${shown(value)} is neither yes nor no: write yes or no`);
}

function toDate(value: Scalar, format: string): Stepped {
  const date = readDate(String(value), format);
  if (date !== null) return { value: date };
  return refused('date-unreadable', `${shown(value)} is no date of the form ${format}: mend it, or the form`);
}

/** What has the form of a code the domain decides on, in its own words. */
function toCountry(value: Scalar): Stepped {
  const text = String(value);
  const code = countryCodeOf(text) ?? (/^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : undefined);
  if (code !== undefined) return { value: code };
  const message = `${shown(value)} is no country that is known by this name: write its code of two letters, like CH`;
  return refused('country-unknown', message);
}

type Lookup = Extract<MappingStep, { readonly do: 'lookup' }>;

function looked(value: Scalar, { table, otherwise }: Lookup): Stepped {
  const key = String(value);
  if (Object.hasOwn(table, key)) return { value: table[key] };
  if (otherwise === 'keep') return { value };
  if (otherwise === 'leave-out') return { value: undefined };
  return refused('lookup-missing', `The table of the mapping does not have ${shown(value)}: add it there`);
}

function parts(value: Scalar, by: string): string[] {
  return String(value)
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function stepOf(step: MappingStep, value: Scalar): Stepped {
  switch (step.do) {
    case 'lower':
      return { value: String(value).toLowerCase() };
    case 'upper':
      return { value: String(value).toUpperCase() };
    case 'digits':
      return { value: String(value).replaceAll(/\D/g, '') || undefined };
    case 'calling-code':
      return { value: callingCodeOf(String(value)) };
    case 'country-code':
      return toCountry(value);
    case 'text':
      return { value: String(value) };
    case 'number':
      return toNumber(value);
    case 'yes-no':
      return toYesNo(value);
    case 'date':
      return toDate(value, step.format);
    case 'split':
      return { value: parts(value, step.by) };
    case 'part':
      return { value: parts(value, step.by).at(step.at) };
    case 'lookup':
      return looked(value, step);
  }
}

/** One step on a value; on a list, on each of its values. */
export function applyStep(step: MappingStep, value: Scalar | readonly Scalar[]): Stepped {
  if (!Array.isArray(value)) return stepOf(step, value as Scalar);
  const done: Scalar[] = [];
  for (const each of value as readonly Scalar[]) {
    const stepped = stepOf(step, each);
    if ('fault' in stepped) return stepped;
    done.push(...[stepped.value ?? []].flat());
  }
  return { value: done.length === 0 ? undefined : done };
}
