import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useBuilding } from '../bridge/building.ts';
import { useFoundPersons } from '../bridge/found-persons.ts';
import { useOpenForm } from '../features/persons/forms/use-open-form.ts';
import { useSavedLists } from '../features/persons/use-saved-filters.ts';
import { usePersonInSight } from '../features/persons/use-person-in-sight.ts';
import type { Panel } from '../state/panel.ts';
import { usePreferences } from '../state/preferences.ts';
import { useTour } from '../state/tour.ts';
import { noneYet } from '../ui/building-words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { failureWords } from '../ui/error-words.ts';
import { useAfterClose } from '../ui/hooks/use-after-close.ts';
import { useDebounced } from '../ui/hooks/use-debounced.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Picker } from '../ui/picker.tsx';
import {
  matching,
  paletteActions,
  personActionEntries,
  personEntries,
  savedEntries,
} from './palette-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';
import type { PanelProps } from './panels.ts';

const PAUSE_MS = 100;

export function Palette({ open, onClose, onOpen }: PanelProps & { readonly onOpen: (panel: Panel) => void }) {
  const [choose, closed] = useAfterClose();
  const pick = (entry: PaletteEntry) => {
    choose(entry.run);
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} onClosed={closed} placement="top" title="Palette" titleHidden>
      <PaletteBody onPick={pick} onOpen={onOpen} />
    </Dialog>
  );
}

interface BodyProps {
  readonly onPick: (entry: PaletteEntry) => void;
  readonly onOpen: (panel: Panel) => void;
}

/** What can be done to the person in sight first, then everything else, then persons by name. */
function useEntries(text: string, onOpen: (panel: Panel) => void) {
  const navigate = useNavigate();
  const openForm = useOpenForm();
  const change = usePreferences((preferences) => preferences.change);
  const theme = usePreferences((preferences) => preferences.theme);
  const density = usePreferences((preferences) => preferences.density);
  const timeZone = usePreferences((preferences) => preferences.timeZone);
  const inSight = usePersonInSight();
  const go = useTour((tour) => tour.go);
  const startTour = () => go(0);
  const settled = useDebounced(text.trim(), PAUSE_MS);
  const { persons, looking, error } = useFoundPersons(text.trim(), settled);
  const toPerson = (personId: string) => void navigate({ to: '/persons/$personId', params: { personId } });
  const own = inSight === undefined ? [] : personActionEntries(inSight, openForm);
  const actions = [
    ...paletteActions({ navigate, openForm, change, onOpen, startTour }, { theme, density, timeZone }),
    ...savedEntries(useSavedLists()),
  ];
  const entries = [...matching([...own, ...actions], text), ...personEntries(persons, toPerson)];
  return { entries, looking, failure: failureWords('Persons cannot be searched', error) };
}

function PaletteBody({ onPick, onOpen }: BodyProps) {
  const [text, setText] = useState('');
  const building = useBuilding('persons.search');
  return (
    <Picker
      label="Go to, find or do"
      placeholder="Go to, find a person, or do something"
      text={text}
      onText={setText}
      {...useEntries(text, onOpen)}
      onPick={onPick}
      none={noneYet(`Nothing matches “${text}”`, building)}
      hint={<Kbd>Esc</Kbd>}
    />
  );
}
