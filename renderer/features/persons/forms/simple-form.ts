import type { personCommands } from '../../../../domain/contract/forms.ts';
import type { FieldSpec } from '../../../words/schema-fields.ts';
import type { ExistingPerson } from '../person-model.ts';

type Data = Readonly<Record<string, unknown>>;

/** A form whose fields are those of its command. */
export interface SimpleForm {
  readonly type: keyof typeof personCommands;
  readonly title: string;
  readonly action: string;
  /** Said once it is done. */
  readonly done: string;
  /** What it means, before it is done. */
  readonly consequence: string;
  readonly danger?: boolean;
  /** It stands under the page, which is what is decided about. */
  readonly below?: boolean;
  /** Parts of the command that the operator does not type. */
  readonly fixed?: Data;
  /** The fields as this form shows them, where the schema says less than is known of the person. */
  readonly fields?: (fields: readonly FieldSpec[], person: ExistingPerson) => readonly FieldSpec[];
  /** What the record says in the fields; absent where the form begins empty. */
  readonly current?: (person: ExistingPerson) => Data;
  /** What is sent where the fields show the record; absent: those that changed, null for cleared ones. */
  readonly changes?: (before: Data, after: Data) => Data;
}
