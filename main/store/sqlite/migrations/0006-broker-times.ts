/**
 * When the broker wrote each message that was taken in, in nanoseconds: a message that is written again after a loss has
 * another time, also where it is the same one in its old place. ADR 20 says what that is for, and what it costs.
 */
export const sql = `
CREATE TABLE broker_times(
  sequence INTEGER PRIMARY KEY,
  time INTEGER NOT NULL
);
`;
