import { connect, type NatsConnection } from 'nats.ws';
import { onTestFinished } from 'vitest';
import { BRIDGE_HEADER } from '../../../domain/legacy/marks.ts';

/** The former system's side: its stream, and who reads and writes there. */
export interface FormerSystem {
  readonly publish: (subject: string, body: string, messageId?: string) => Promise<void>;
  readonly messages: () => Promise<readonly { subject: string; body: string; isOurs: boolean }[]>;
}

export async function formerSystem(
  url: string,
  subjects: readonly string[] = ['person.events.>', 'person.commands.>'],
): Promise<FormerSystem> {
  const connection: NatsConnection = await connect({ servers: url });
  onTestFinished(() => connection.close());
  const manager = await connection.jetstreamManager();
  await manager.streams.add({ name: 'PERSON_EVENTS', subjects: [...subjects] });
  return {
    publish: async (subject, body, msgID) => {
      const options = msgID === undefined ? {} : { msgID };
      await connection.jetstream().publish(subject, new TextEncoder().encode(body), options);
    },
    messages: async () => {
      const { state } = await manager.streams.info('PERSON_EVENTS');
      const sequences = Array.from({ length: state.last_seq }, (_, index) => index + 1);
      const all = await Promise.all(
        sequences.map((seq) => manager.streams.getMessage('PERSON_EVENTS', { seq })),
      );
      return all.map((message) => ({
        subject: message.subject,
        body: message.string(),
        isOurs: message.header.get(BRIDGE_HEADER) !== '',
      }));
    },
  };
}
