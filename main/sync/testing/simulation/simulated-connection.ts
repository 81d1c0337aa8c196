import type { Random } from '../../../demo/random.ts';
import type { ArrivedMessage } from '../../../../domain/ports/take-in.ts';
import type { Acknowledgement, BrokerConnection, BrokerLog, Follower, Publication } from '../../broker.ts';
import type { RequestSource } from '../../requests/request-source.ts';
import type { SimulatedBroker } from './simulated-broker.ts';

/** How a network treats what it carries. Everything follows from the random numbers. */
export interface Network {
  readonly random: Random;
  /** A message takes up to so long. */
  slowestMs: number;
  /** Shares of what is sent. */
  lostAcks: number;
  lostPublications: number;
  doubled: number;
}

/** A heartbeat that did not come is noticed after so long. */
const SILENT_MS = 4000;

/**
 * One console's connection: order holds within a subject and among the messages of the log that are delivered; all else
 * overtakes. Once it is closed, what was under way is gone.
 */
export class SimulatedConnection implements BrokerConnection {
  readonly closed: Promise<Error | null>;
  readonly #broker: SimulatedBroker;
  readonly #network: Network;
  /** Lane → when the last thing on it arrives. */
  readonly #lanes = new Map<string, number>();
  #isOpen = true;
  #isMute = false;
  #end: (error: Error | null) => void = () => undefined;
  #unfollow: () => void = () => undefined;
  #listener: (ack: Acknowledgement) => void = () => undefined;

  constructor(broker: SimulatedBroker, network: Network) {
    this.#broker = broker;
    this.#network = network;
    this.closed = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  log = (): Promise<BrokerLog | null> => this.#ask(() => this.#broker.log);
  installation = (): Promise<string | null> => this.#ask(() => this.#broker.installation);
  beginning = (): Promise<number> => this.#ask(() => this.#broker.beginning);
  read = (sequence: number): Promise<ArrivedMessage | null> => this.#ask(() => this.#broker.read(sequence));
  isThere = (): Promise<void> => this.#ask(() => undefined);
  close = async (): Promise<void> => this.#close(null);

  /** Nobody sends commands: the other end of a fetch that finds none. */
  requests = async (): Promise<RequestSource> => {
    let stop: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    return {
      isForeign: false,
      fetch: () => stopped,
      stop,
      reply: () => undefined,
      flush: () => Promise.resolve(),
    };
  };

  createLog = (): Promise<void> =>
    this.#ask(() => {
      this.#broker.hasLog = true;
    });

  bind = (installation: string): Promise<string> =>
    this.#ask(() => {
      this.#broker.installation ??= installation;
      return this.#broker.installation;
    });

  noteBeginning = (sequence: number): Promise<void> =>
    this.#ask(() => {
      this.#broker.beginning = sequence;
    });

  onAcknowledgement = (listener: (ack: Acknowledgement) => void): void => {
    this.#listener = listener;
  };

  publish = (publication: Publication): void => {
    const { random, lostPublications, doubled } = this.#network;
    const times = random.chance(doubled) ? 2 : 1;
    for (let nth = 0; nth < times; nth += 1) {
      if (!random.chance(lostPublications))
        this.#later(publication.subject, () => this.#published(publication));
    }
  };

  follow = (after: number, follower: Follower): Promise<{ readonly behind: number }> =>
    this.#ask(() => {
      let sent = after;
      const send = (): void => {
        for (; sent < this.#broker.last; sent += 1) {
          const message = this.#broker.read(sent + 1);
          const behind = this.#broker.countAfter(sent + 1);
          if (message !== null) this.#later('log', () => follower.onMessage(message, behind));
        }
      };
      this.#unfollow = this.#broker.follow(send);
      const behind = this.#broker.countAfter(sent);
      send();
      return { behind };
    });

  /** Cut by the network; noticed at once, or only by the silence. */
  cut(isSilent: boolean): void {
    if (!isSilent) return this.#close(new Error('the connection was cut'));
    this.#isMute = true;
    setTimeout(() => this.#close(new Error('nothing was heard')), SILENT_MS);
  }

  #published(publication: Publication): void {
    const answer = this.#broker.publish(publication);
    const { random, lostAcks } = this.#network;
    if (random.chance(lostAcks)) return;
    this.#later('', () => this.#listener({ ...answer, token: publication.token }));
  }

  #close(error: Error | null): void {
    this.#isOpen = false;
    this.#unfollow();
    this.#end(error);
  }

  async #ask<T>(work: () => T): Promise<T> {
    const answer = new Promise<T>((resolve) => {
      this.#later('questions', () => {
        const found = work();
        this.#later('answers', () => resolve(found));
      });
    });
    const failed = this.closed.then(() => Promise.reject(new Error('The connection is closed')));
    return Promise.race([answer, failed]);
  }

  /** A blank lane: whatever overtakes whatever. */
  #later(lane: string, arrives: () => void): void {
    if (this.#isMute) return;
    const { random, slowestMs } = this.#network;
    const earliest = lane === '' ? 0 : (this.#lanes.get(lane) ?? 0);
    const at = Math.max(earliest, performance.now() + random.between(1, slowestMs));
    this.#lanes.set(lane, at);
    setTimeout(() => {
      if (this.#isOpen && !this.#isMute) arrives();
    }, at - performance.now());
  }
}
