/** As commits know it, by number. Checks know the numbers for themselves. */
export const COMMIT_STATUS = ['pending', 'confirmed', 'superseded'] as const;

export const PENDING = 0;
export const CONFIRMED = 1;
export const SUPERSEDED = 2;
