import { useQueryClient } from '@tanstack/react-query';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { type CommandState, useCommand } from '../../../bridge/use-command.ts';
import { useNotices } from '../../../state/notices.ts';
import { typeTitle } from '../../../words/type-title.ts';
import type { Component } from '../person-model.ts';
import { offerUndo } from '../undo/offer-undo.ts';
import { waitForPerson } from '../wait-for-person.ts';

export interface CopyOver {
  readonly copy: (component: Component, to: PersonDetail) => Promise<void>;
  readonly state: CommandState;
}

/** What was verified of one record was not verified of the other, and which one is primary there is decided there. */
function copied({ type, data, tags, custom }: Component, personId: string) {
  return { personId, componentType: type, data, tags: [...tags], custom: { ...custom } };
}

/** Adds a component of one record to the other, which can be taken back. The one that it came from keeps its own. */
export function useCopyOver(): CopyOver {
  const client = useQueryClient();
  const command = useCommand();
  const { show } = useNotices.getState();
  const copy = async (
    component: Component,
    { personId, version, displayName }: PersonDetail,
  ): Promise<void> => {
    const data = copied(component, personId);
    const outcome = await command.send({ type: 'AddComponent', data, expectedVersion: version });
    if (outcome === null) return;
    const what = typeTitle(component.type);
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
  return { copy, state: command.state };
}
