/** The stream of the log, and the bucket that says whose it is. */
export const LOG_STREAM = 'PERSON_LOG';
export const INSTALLATION_BUCKET = 'PERSON_INSTALLATION';
export const INSTALLATION_KEY = 'installation';
export const BEGINNING_KEY = 'beginning';
