/** A stream's state as the views write it, with the position that brought it there. */
export interface ViewInput {
  readonly streamKey: number;
  readonly streamId: string;
  readonly position: number;
  /** The folded state of the stream at its head. */
  readonly state: unknown;
}

export interface ViewFailure {
  readonly code: string;
  readonly message: string;
  readonly position: number;
}

export interface SkippedPosition {
  readonly position: number;
  readonly at: string;
  readonly actor: string;
}

export interface StoredViewStatus {
  readonly view: string;
  readonly title: string;
  readonly position: number;
  readonly error: ViewFailure | null;
  readonly skipped: readonly SkippedPosition[];
}

/** A rebuild under way: rows go to a shadow that nobody reads until `swap`. */
export interface ShadowView {
  readonly write: (inputs: readonly ViewInput[]) => void;
  /** Builds one index each; run between the last `write` and `swap`, with pauses for commands. */
  readonly indexes: readonly (() => void)[];
  /** Replaces the view in use by the shadow and moves its checkpoint, in one transaction with the last inputs. */
  readonly swap: (lastInputs: readonly ViewInput[], position: number) => void;
  readonly discard: () => void;
}

/** Where the views live. Rows and checkpoint of a view always move in one transaction. */
export interface ViewStore {
  readonly names: readonly string[];
  readonly status: () => readonly StoredViewStatus[];
  /** Counts: costs more than `status`. */
  readonly rows: (view: string) => number;
  /**
   * Writes the inputs to the named views and moves their checkpoints to `position`. A view that fails is stopped
   * at the input that it failed on; the others go on. Answers the views that failed.
   */
  readonly apply: (
    views: readonly string[],
    inputs: readonly ViewInput[],
    position: number,
  ) => readonly string[];
  readonly clearError: (view: string) => void;
  readonly skip: (view: string, skipped: SkippedPosition) => void;
  readonly shadow: (view: string) => ShadowView;
  /** A short step of tidying up after many writes, for when nothing else is to be done. False: nothing is left. */
  readonly tidy: () => boolean;
}
