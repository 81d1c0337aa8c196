import { useQueryClient } from '@tanstack/react-query';
import type { JsonObject } from '../../../../domain/contract/forms.ts';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { type CommandState, type CommandToSend, useCommand } from '../../../bridge/use-command.ts';
import { useNotices } from '../../../state/notices.ts';
import { typeTitle } from '../../../words/type-title.ts';
import type { Component } from '../person-model.ts';
import { offerUndo } from '../undo/offer-undo.ts';
import { waitForPerson } from '../wait-for-person.ts';
import { givenComponent } from './given-component.ts';

/** A field of one record's part, as changes of the part like it that the other has. */
export interface GivenField {
  readonly label: string;
  readonly componentId: string;
  readonly changes: JsonObject;
}

export interface CopyOver {
  readonly copy: (component: Component, to: PersonDetail) => Promise<void>;
  readonly give: (field: GivenField, to: PersonDetail) => Promise<void>;
  readonly state: CommandState;
}

/** Gives the other record a component or a field of this one, which can be taken back. This one keeps its own. */
export function useCopyOver(): CopyOver {
  const client = useQueryClient();
  const command = useCommand();
  const { show } = useNotices.getState();
  const send = async (
    what: string,
    { type, data }: Pick<CommandToSend, 'type' | 'data'>,
    { personId, version, displayName }: PersonDetail,
  ): Promise<void> => {
    const outcome = await command.send({ type, data: { personId, ...data }, expectedVersion: version });
    if (outcome === null) return;
    if (outcome.status === 'accepted') {
      const title = `${what} copied to ${displayName}`;
      const notice = show({ tone: 'ok', title, commandId: outcome.commandId });
      void offerUndo({ personId, title, notice, outcome });
    } else {
      const detail =
        outcome.status === 'conflict'
          ? 'The record was changed meanwhile. Look at it as it is now, then copy again.'
          : outcome.message;
      show({ tone: 'attention', title: `${what} was not copied to ${displayName}`, detail });
    }
    await waitForPerson(client, personId, outcome);
  };
  return {
    copy: (component, to) =>
      send(typeTitle(component.type), { type: 'AddComponent', data: givenComponent(component) }, to),
    give: ({ label, componentId, changes }, to) =>
      send(label, { type: 'UpdateComponent', data: { componentId, changes } }, to),
    state: command.state,
  };
}
