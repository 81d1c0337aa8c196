import { Search } from 'lucide-react';
import { useId, useState } from 'react';
import { type ComponentGroup, componentTypes } from '../../../../domain/contract/forms.ts';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { Dialog, DialogBody } from '../../../ui/dialog.tsx';
import { groupTitles, personOf } from '../person-model.ts';
import styles from './choose-type.module.css';

interface Choice {
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly group: ComponentGroup;
  /** There is one already and there can be no second. */
  readonly taken: boolean;
}

const all = Object.entries(componentTypes).map(([type, definition]) => ({
  type,
  title: definition.title,
  description: definition.description,
  group: definition.group,
  single: 'single' in definition,
}));

function choicesFor(detail: PersonDetail, text: string): readonly Choice[] {
  const present = new Set(Object.values(personOf(detail).components).map((component) => component.type));
  const wanted = text.trim().toLowerCase();
  return all
    .filter(({ title, description, type }) =>
      `${title} ${type} ${description}`.toLowerCase().includes(wanted),
    )
    .map(({ single, ...choice }) => ({ ...choice, taken: single && present.has(choice.type) }));
}

export interface ChooseTypeProps {
  readonly detail: PersonDetail;
  readonly onChoose: (type: string) => void;
  readonly onClose: () => void;
}

/** First step of adding a component: which type, by group, found by typing. */
export function ChooseType({ detail, onChoose, onClose }: ChooseTypeProps) {
  const [text, setText] = useState('');
  const choices = choicesFor(detail, text);
  const groups = [...new Set(choices.map((choice) => choice.group))];
  const first = choices.find((choice) => !choice.taken);
  const searchId = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      placement="side"
      title="Add component"
      description={<bdi>{detail.displayName}</bdi>}
    >
      <form
        className={styles['search']}
        onSubmit={(event) => {
          event.preventDefault();
          if (first !== undefined) onChoose(first.type);
        }}
      >
        <label htmlFor={searchId} className="visually-hidden">
          Find a type of component
        </label>
        <Search aria-hidden />
        <input
          id={searchId}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          placeholder="Find a type: e-mail, skill, address…"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <DialogBody>
        {choices.length === 0 ? (
          <p className={styles['none']}>No type matches “{text}”. “Custom component” takes any data.</p>
        ) : null}
        {groups.map((group) => (
          <section key={group} className={styles['group']} aria-label={groupTitles[group]}>
            <h3 className={styles['heading']}>{groupTitles[group]}</h3>
            <ul>
              {choices
                .filter((choice) => choice.group === group)
                .map((choice) => (
                  <li key={choice.type}>
                    <button
                      type="button"
                      className={styles['choice']}
                      disabled={choice.taken}
                      onClick={() => onChoose(choice.type)}
                    >
                      <span className={styles['title']}>{choice.title}</span>
                      <span className={styles['description']}>
                        {choice.taken ? 'This person has one already: edit it instead.' : choice.description}
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </DialogBody>
    </Dialog>
  );
}
