const words: Readonly<Record<string, string>> = {
  active: 'Active',
  suspended: 'Deactivated',
  archived: 'Archived',
  deceased: 'Deceased',
  merged: 'Merged',
};

/** A person's state in a word; a state that nobody knows is shown as it came. */
export function statusWord(status: string): string {
  return words[status] ?? status;
}
