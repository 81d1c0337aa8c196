/**
 * All that a check shares with the views it checks, besides the upcasters that the registry brings: how a text is
 * written, folded and taken apart. None of it decides which value counts or what a person is. What each gives is frozen
 * in the spec beside it (docs/adr/0019-what-verify-shares.md).
 */
export { componentLabel } from '../../domain/person/components/index.ts';
export { comparablePhone, phoneKey, withCountryCode } from '../../domain/person/contact-keys.ts';
export { displayName, foldText, type PersonName, searchTokens, sortKey } from '../../domain/person/name.ts';
