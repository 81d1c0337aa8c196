import { useState } from 'react';
import { useBuilding } from '../bridge/building.ts';
import type { Panel } from '../state/panel.ts';
import { noneYet } from '../ui/building-words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useAfterClose } from '../ui/hooks/use-after-close.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Picker } from '../ui/picker.tsx';
import type { PaletteEntry } from './palette-entry.ts';
import type { PanelProps } from './panels.ts';
import { usePaletteEntries } from './use-palette-entries.ts';

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

function PaletteBody({ onPick, onOpen }: BodyProps) {
  const [text, setText] = useState('');
  const building = useBuilding('persons.search');
  return (
    <Picker
      label="Go to, find or do"
      placeholder="Go to, find a person, or do something"
      text={text}
      onText={setText}
      {...usePaletteEntries(text, onOpen)}
      onPick={onPick}
      none={noneYet(`Nothing matches “${text}”`, building)}
      hint={<Kbd>Esc</Kbd>}
    />
  );
}
