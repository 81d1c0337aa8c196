import { type SyntheticEvent, useRef, useState } from 'react';
import { componentTypes } from '../../../domain/contract/forms.ts';
import { MAX_SHARING } from '../../../domain/contract/procedures.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/dialog.tsx';
import { Field, Fields } from '../../ui/form/field.tsx';
import { Checkbox, TextInput } from '../../ui/form/inputs.tsx';
import { Select } from '../../ui/form/select.tsx';
import { formatCount } from '../../ui/format/number.ts';
import { type FilterParts, filtersIn } from './list-filter.ts';
import { parseListSearch, type ListSearch } from './search-params.ts';
import { isDay, sinceChoices } from './since.ts';

export interface FilterDialogProps {
  readonly search: ListSearch;
  readonly onApply: (parts: FilterParts) => void;
  readonly onClose: () => void;
}

const ON_DAY = 'day';

const types = [
  { value: '', label: 'Any or none' },
  ...Object.entries(componentTypes)
    .map(([value, { title }]) => ({ value, label: title }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
];

const times = [{ value: '', label: 'Any time' }, ...sinceChoices, { value: ON_DAY, label: 'Since a day' }];

interface Draft {
  readonly has: string;
  readonly employer: string;
  readonly time: string;
  readonly day: string;
  readonly duplicates: boolean;
}

function draftOf({ has = '', employer = '', since = '', duplicates }: ListSearch): Draft {
  const isChoice = since === '' || sinceChoices.some(({ value }) => value === since);
  return {
    has,
    employer,
    time: isChoice ? since : ON_DAY,
    day: isChoice ? '' : since,
    duplicates: duplicates === true,
  };
}

function partsOf({ has, employer, time, day, duplicates }: Draft): FilterParts {
  const since = time === ON_DAY ? day : time;
  return filtersIn(parseListSearch({ has, employer, since, duplicates }));
}

/** All that narrows the list besides its state and a search, in one place. */
export function FilterDialog({ search, onApply, onClose }: FilterDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(search));
  const [asked, setAsked] = useState(false);
  const day = useRef<HTMLInputElement>(null);
  const lacksDay = draft.time === ON_DAY && !isDay(draft.day);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (lacksDay) day.current?.focus();
    else onApply(partsOf(draft));
  };
  return (
    <Dialog open onClose={onClose} title="Filter persons" description="All that is set here must hold.">
      <form noValidate onSubmit={apply}>
        <DialogBody>
          <Fields>
            <Field label="Has a component" unmarked>
              <Select value={draft.has} options={types} onChange={(value) => set({ has: value })} />
            </Field>
            <Field
              label="Employer"
              unmarked
              help="The beginning of the present one; case and accents do not matter."
            >
              <TextInput value={draft.employer} onChange={(event) => set({ employer: event.target.value })} />
            </Field>
            <Field label="Changed" unmarked>
              <Select value={draft.time} options={times} onChange={(value) => set({ time: value })} />
            </Field>
            {draft.time === ON_DAY ? (
              <Field
                label="Since the day"
                required
                error={asked && lacksDay ? 'Enter a day as YYYY-MM-DD' : undefined}
              >
                <TextInput
                  ref={day}
                  mono
                  dir="ltr"
                  placeholder="YYYY-MM-DD"
                  value={draft.day}
                  onChange={(event) => set({ day: event.target.value.trim() })}
                />
              </Field>
            ) : null}
            <Checkbox
              label="Has possible duplicates"
              help={`Somebody else has the same e-mail address or phone number, or the same date of birth and nearly the same name. An address or number shared by more than ${formatCount(MAX_SHARING)} records is ignored.`}
              checked={draft.duplicates}
              onChange={(event) => set({ duplicates: event.target.checked })}
            />
          </Fields>
        </DialogBody>
        <DialogFooter>
          <Button type="submit" variant="primary">
            Show who matches
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
