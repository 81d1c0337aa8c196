import { useState } from 'react';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Picker } from '../../../ui/picker.tsx';
import { typeChoices } from './type-choices.ts';
import { personOf } from '../person-model.ts';

export interface ChooseTypeProps {
  readonly detail: PersonDetail;
  readonly onChoose: (type: string) => void;
  readonly onClose: () => void;
}

/** First step of adding a component: which type, by group, found by typing. */
export function ChooseType({ detail, onChoose, onClose }: ChooseTypeProps) {
  const [text, setText] = useState('');
  return (
    <Dialog
      open
      onClose={onClose}
      placement="side"
      title="Add component"
      description={<bdi>{detail.displayName}</bdi>}
    >
      <Picker
        label="Find a type of component"
        placeholder="Find a type: e-mail, skill, address…"
        text={text}
        onText={setText}
        entries={typeChoices(personOf(detail), text)}
        onPick={(choice) => onChoose(choice.id)}
        none={`No type matches “${text}”. “Custom component” takes any data.`}
        described
      />
    </Dialog>
  );
}
