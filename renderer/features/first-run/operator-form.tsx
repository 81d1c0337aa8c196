import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { procedures } from '../../../domain/contract/procedures.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { asConsoleError, nextStep } from '../../ui/error-words.ts';
import { Field, Fields } from '../../ui/form/field.tsx';
import { TextInput } from '../../ui/form/inputs.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface OperatorFormProps {
  readonly operator: string;
  readonly action: string;
  readonly onDone?: (() => void) | undefined;
}

const { input } = procedures['operator.set'];

/** Asks who works here; first in the console's life, and whenever somebody takes over. */
export function OperatorForm({ operator, action, onDone }: OperatorFormProps) {
  const client = useQueryClient();
  const [name, setName] = useState(operator);
  const [tried, setTried] = useState(false);
  const parsed = input.safeParse({ name });
  const set = useMutation({
    mutationFn: (wanted: string) => call('operator.set', { name: wanted }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.info });
      onDone?.();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (parsed.success) set.mutate(parsed.data.name);
  };
  const error = tried && !parsed.success ? parsed.error.issues[0]?.message : undefined;
  const failure = set.error === null ? null : asConsoleError(set.error);
  return (
    <form noValidate onSubmit={submit}>
      <Fields>
        {failure === null ? null : (
          <Notice tone="danger" role="alert" title={failure.message}>
            {nextStep(failure)} Code <code>{failure.code}</code>
          </Notice>
        )}
        <Field
          label="Your name"
          required
          error={error}
          help="It stands beside everything you change here, in the history of each person."
        >
          <TextInput
            autoFocus
            value={name}
            autoComplete="name"
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <div>
          <Button type="submit" variant="primary" busy={set.isPending}>
            {action}
          </Button>
        </div>
      </Fields>
    </form>
  );
}
