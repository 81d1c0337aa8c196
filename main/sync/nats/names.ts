/** The stream of the log, and the bucket that says whose it is. */
export const LOG_STREAM = 'PERSON_LOG';
export const INSTALLATION_BUCKET = 'PERSON_INSTALLATION';
export const INSTALLATION_KEY = 'installation';
export const BEGINNING_KEY = 'beginning';
/** Commands of other systems, where no other stream captures them, and the place in it that all consoles share. */
export const REQUEST_STREAM = 'PERSON_COMMANDS';
export const REQUEST_CONSUMER = 'PERSON_CONSOLES';
