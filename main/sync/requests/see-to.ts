import type { Outcome } from '../../../domain/contract/commands.ts';
import { ConsoleFailure } from '../../../domain/contract/errors.ts';
import type { RequestReason } from '../../../domain/contract/requests.ts';
import { readCommand } from '../../../domain/legacy/read-command.ts';
import {
  isReplyAddress,
  readRequest,
  type Request,
  writeReply,
} from '../../../domain/sync/request-message.ts';
import { retryDelay } from '../backoff.ts';
import type { BrokerConnection } from '../broker.ts';
import { CarryOut } from './carry-out.ts';
import type { Moments } from './moments.ts';
import { notConfirmed } from './request-failures.ts';
import type { RoundOptions } from './options.ts';
import type { Delivery, RequestSource } from './request-source.ts';
import { UpToDate } from './up-to-date.ts';

/** Often enough that the broker does not hand it to somebody else while it is being seen to. */
const WORKING_MS = 1500;
/** So long one waits for the installation. Somebody else may reach it where this console cannot. */
const PATIENCE_MS = 60_000;
/** What failed this often fails for everybody. */
const MAX_DELIVERIES = 10;

interface Round {
  readonly takenIn: Moments;
  readonly over: AbortSignal;
}

/** A command that was not carried out, with what is answered. */
interface Refused {
  readonly reason: RequestReason;
  readonly code: string;
  readonly message: string;
  readonly request: Pick<Request, 'commandId' | 'type' | 'actor'> | null;
  readonly outcome: Parameters<typeof writeReply>[0];
}

function nothing<Id extends string | null>(commandId: Id, code: string, message: string) {
  const none: Omit<Outcome, 'commandId'> = { status: 'rejected', streamId: null, version: 0, events: [] };
  return { ...none, commandId, code, message };
}

/** Deciding or reading it again would come to the same, anywhere. */
function isFinal(error: unknown): error is ConsoleFailure {
  return (
    error instanceof ConsoleFailure && error.error.kind !== 'retryable' && error.error.kind !== 'terminal'
  );
}

function isFormer({ body, sequence }: Delivery): boolean {
  return readCommand(body, { messageId: null, stream: '', sequence }).ok;
}

/** Sees to one command of another system at a time: reads, carries out, keeps what was not carried out, answers. */
export class SeeTo {
  readonly #options: RoundOptions;
  readonly #over: AbortSignal;
  readonly #upToDate: UpToDate;
  readonly #carryOut: CarryOut;

  constructor(connection: BrokerConnection, options: RoundOptions, { takenIn, over }: Round) {
    this.#options = options;
    this.#over = over;
    this.#upToDate = new UpToDate(connection, options.sync, takenIn);
    this.#carryOut = new CarryOut(options, takenIn);
  }

  /** Never rejects: what goes wrong here must not keep others from being seen to. */
  async one(delivery: Delivery, source: RequestSource): Promise<void> {
    const beat = setInterval(delivery.working, WORKING_MS);
    try {
      await this.#one(delivery, source);
    } catch {
      // The broker hands it out again, here or to somebody else; where the connection is gone, by itself.
      const { random = Math.random } = this.#options;
      delivery.again(this.#over.aborted ? 0 : retryDelay(delivery.deliveries, random));
    } finally {
      clearInterval(beat);
    }
  }

  async #one(delivery: Delivery, source: RequestSource): Promise<void> {
    const read = readRequest(delivery.body, delivery.bytes, delivery.subject);
    if (!read.ok && source.isForeign && isFormer(delivery)) return delivery.done();
    if (!read.ok) {
      const message = `The command cannot be read. ${read.reason}. Mend it and send it again.`;
      const outcome = nothing(read.commandId, read.code, message);
      return this.#refuse(delivery, source, { reason: 'unreadable', ...outcome, request: null, outcome });
    }
    if (delivery.deliveries > MAX_DELIVERIES) return this.#giveUp(delivery, source, read.request);
    await this.#upToDate.once(this.#over);
    await this.#settle(delivery, source, read.request);
  }

  async #settle(delivery: Delivery, source: RequestSource, request: Request): Promise<void> {
    const outcome = await this.#outcomeOf(request);
    const { code = '', message = '' } = outcome;
    if (outcome.status !== 'accepted' && code !== 'command-in-conflict')
      return this.#refuse(delivery, source, { reason: 'refused', code, message, request, outcome });
    this.#answer(delivery, source, outcome);
    delivery.done();
    this.#options.counts.count(outcome.status === 'accepted' ? 'done' : 'conflicts');
  }

  async #outcomeOf(request: Request): Promise<Outcome> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(notConfirmed()), PATIENCE_MS);
    try {
      return await this.#carryOut.carryOut(request, AbortSignal.any([this.#over, patience.signal]));
    } catch (error) {
      if (!isFinal(error)) throw error;
      const { code, message, details } = error.error;
      return { ...nothing(request.commandId, code, message), details };
    } finally {
      clearTimeout(timer);
    }
  }

  #giveUp(delivery: Delivery, source: RequestSource, request: Request): void {
    const message = `It was tried ${MAX_DELIVERIES} times and never came to an end. Nobody tries it again; send it once more when the consoles work.`;
    const outcome = nothing(request.commandId, 'request-exhausted', message);
    this.#refuse(delivery, source, { reason: 'exhausted', ...outcome, request, outcome });
  }

  /** It is kept before anybody hears of it, and before the broker forgets it. */
  #refuse(delivery: Delivery, source: RequestSource, refused: Refused): void {
    const { reason, code, message, request, outcome } = refused;
    const { sequence, sentAt, subject, deliveries, body } = delivery;
    const { records, counts } = this.#options;
    records.keep({
      sequence,
      sentAt,
      subject,
      reason,
      code,
      message,
      commandId: outcome.commandId,
      type: request?.type ?? null,
      actor: request?.actor ?? null,
      deliveries,
      body,
    });
    this.#answer(delivery, source, outcome);
    delivery.never();
    counts.count(reason);
  }

  #answer({ replyTo }: Delivery, source: RequestSource, outcome: Refused['outcome']): void {
    if (replyTo !== null && isReplyAddress(replyTo)) source.reply(replyTo, writeReply(outcome));
  }
}
