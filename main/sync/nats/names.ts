/** The stream of the log, and the bucket that says whose it is. */
export const LOG_STREAM = 'PERSON_LOG';
export const INSTALLATION_BUCKET = 'PERSON_INSTALLATION';
export const INSTALLATION_KEY = 'installation';
export const BEGINNING_KEY = 'beginning';
/** Commands of other systems, where no other stream captures them, and the place in it that all consoles share. */
export const REQUEST_STREAM = 'PERSON_COMMANDS';
export const REQUEST_CONSUMER = 'PERSON_CONSOLES';

/** What the consoles of an installation share about the bridge to the former system, and which of them it runs on. */
export const LEGACY_KEY = 'legacy';
export const BRIDGE_BUCKET = 'PERSON_BRIDGE';
export const LEASE_KEY = 'lease';
