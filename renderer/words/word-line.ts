/** One line of detail; with `before`, a change. A value that went away has no `after`. */
export interface WordLine {
  readonly label?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}
