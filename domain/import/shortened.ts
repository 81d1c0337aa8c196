const LONGEST = 60;

/** What a person typed may be a whole letter: so much of it is repeated to whoever has to mend it. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
