/** The wall clock, in milliseconds since 1970. It may jump, also backwards. */
export interface Clock {
  readonly now: () => number;
}
