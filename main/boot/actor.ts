/** Who did something, as it stands on the log. */
export function userActor(name: string): string {
  return `user:${name}`;
}
