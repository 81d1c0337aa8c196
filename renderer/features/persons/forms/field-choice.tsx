import { useId } from 'react';
import { FieldError } from '../../../ui/form/field.tsx';
import { Words } from '../../../ui/words.tsx';
import { PersonName } from '../person-name.tsx';
import type { Side } from './changed-fields.ts';
import styles from './field-merge.module.css';
import type { Leaf } from './leaves.ts';

export const choiceId = (path: string): string => `choose-${path.replaceAll('.', '-')}`;

export interface FieldChoiceProps {
  readonly leaf: Leaf;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** What the form was opened on; absent where that says nothing new. */
  readonly opened?: unknown;
  readonly chosen: Side | undefined;
  /** Nothing is chosen, and has to be. */
  readonly missing: boolean;
  readonly onChoose: (side: Side) => void;
}

/** One field that both changed: two radio buttons, so that arrow keys choose. */
export function FieldChoice(props: FieldChoiceProps) {
  const { leaf, chosen, missing, onChoose } = props;
  const error = useId();
  const sides = [
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
  ] as const;
  return (
    <fieldset className={styles['field']} aria-describedby={missing ? error : undefined}>
      <legend className={styles['legend']}>{leaf.label}</legend>
      {'opened' in props ? (
        <p className={styles['opened']}>
          <span className={styles['side']}>When opened</span>
          <Value leaf={leaf} value={props.opened} />
        </p>
      ) : null}
      {sides.map(([side, word], index) => (
        <label key={side} className={styles['choice']}>
          <input
            type="radio"
            id={index === 0 ? choiceId(leaf.path) : undefined}
            name={choiceId(leaf.path)}
            value={side}
            checked={chosen === side}
            onChange={() => onChoose(side)}
          />
          <span className={styles['side']}>{word}</span>
          <Value leaf={leaf} value={props[side]} />
        </label>
      ))}
      <FieldError id={error} error={missing ? 'Choose mine or theirs' : undefined} />
    </fieldset>
  );
}

export function Value({ leaf, value }: { readonly leaf: Leaf; readonly value: unknown }) {
  const text = leaf.text(value);
  if (text === '') return <span className={styles['nothing']}>nothing</span>;
  if (leaf.isPerson === true) return <PersonName personId={text} link={false} />;
  return (
    <bdi className={styles['value']}>
      <Words text={text} />
    </bdi>
  );
}
