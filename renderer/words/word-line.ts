/** One line of detail; with `before`, a change. A value that went away has no `after`. */
export interface WordLine {
  readonly label?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** There was nothing before. */
  readonly added?: boolean | undefined;
  /** The id of a person, who is shown by name. */
  readonly person?: string | undefined;
}
