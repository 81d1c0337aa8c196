import type { RequestsStatus } from '../../../domain/contract/requests.ts';
import type { BrokerConnection } from '../broker.ts';
import type { RequestsOptions } from './options.ts';
import { RequestCounts } from './request-counts.ts';
import { RequestRound } from './request-round.ts';

/** Commands that other systems ask for: taken as long as a connection is live, together with all other consoles. */
export class Requests {
  readonly #options: RequestsOptions;
  readonly #counts = new RequestCounts(() => this.onChange());
  /** The numbers are not as they were. */
  onChange: () => void = () => undefined;

  constructor(options: RequestsOptions) {
    this.#options = options;
  }

  get status(): RequestsStatus {
    return this.#counts.status;
  }

  /** Of a connection over which all that there is was taken in. */
  begin(connection: BrokerConnection): RequestRound {
    return new RequestRound(connection, { ...this.#options, counts: this.#counts });
  }
}
