import type { ConsoleError } from '../../../domain/contract/errors.ts';
import type { RequestsStatus } from '../../../domain/contract/requests.ts';

type Count = 'done' | 'refused' | 'conflicts' | 'unreadable' | 'exhausted';

/** What there is to say about commands of other systems, over all connections of this process. */
export class RequestCounts {
  readonly #onChange: () => void;
  readonly #status: { -readonly [Name in keyof RequestsStatus]: RequestsStatus[Name] } = {
    taking: false,
    error: null,
    done: 0,
    refused: 0,
    conflicts: 0,
    unreadable: 0,
    exhausted: 0,
    underWay: 0,
  };

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get status(): RequestsStatus {
    return { ...this.#status };
  }

  count(what: Count): void {
    this.#status[what] += 1;
    this.#onChange();
  }

  underWay(count: number): void {
    this.#status.underWay = count;
    this.#onChange();
  }

  taking(isTaking: boolean, error: ConsoleError | null): void {
    this.#status.taking = isTaking;
    this.#status.error = error;
    this.#onChange();
  }
}
