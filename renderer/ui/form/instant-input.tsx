import { useState } from 'react';
import { timeZoneOf, usePreferences } from '../../state/preferences.ts';
import { TextInput } from './inputs.tsx';
import { instantWords, typeInstant, type TypedInstant } from './typed-instant.ts';

export interface InstantInputProps {
  readonly name: string;
  /** In UTC; or the text that was typed, where it says no time. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
}

/** A time, shown and read in the operator's zone. Left, it shows how it was read. */
export function InstantInput({ value, onChange, onBlur, ...rest }: InstantInputProps) {
  const format = { timeZone: usePreferences(timeZoneOf) };
  const [typed, setTyped] = useState<TypedInstant | null>(null);
  // What the form puts there itself, a restored draft for one, takes the place of what was typed.
  const typing = typed?.value === value ? typed : null;
  return (
    <TextInput
      {...rest}
      value={typing?.text ?? instantWords(value, format)}
      placeholder="YYYY-MM-DD hh:mm"
      dir="ltr"
      onChange={(event) => {
        const next = typeInstant(event.target.value, typing?.before ?? value, Date.now(), format);
        setTyped(next);
        onChange(next.value);
      }}
      onBlur={() => {
        setTyped(null);
        onBlur();
      }}
    />
  );
}
