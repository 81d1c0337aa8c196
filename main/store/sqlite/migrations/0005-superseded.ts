/**
 * Events that lost in a rebase are no longer on their stream's chain, and are shown beside it. They are few: the index has
 * only them, so that writing costs what it did.
 */
export const sql = `
CREATE INDEX events_superseded ON events(stream) WHERE superseded = 1;
`;
