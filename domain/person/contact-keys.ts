/** Comparable forms of e-mail addresses and telephone numbers, for finding the same one written twice. */

/** Null where the text is no address. Addresses are compared without case, also before the `@`. */
export function comparableEmail(address: string): string | null {
  const text = address.trim().normalize('NFC').toLowerCase();
  return text.indexOf('@') > 0 && !text.endsWith('@') ? text : null;
}

export interface ComparablePhone {
  /** With the country code where `international`; without leading zeros where not. */
  readonly digits: string;
  readonly international: boolean;
}

/** Fewer digits are extensions and service numbers, which many share. */
const LEAST_DIGITS = 7;
/** Numbers with and without country code agree in their last digits; eight tell most numbers apart. */
const KEY_DIGITS = 8;
const LONGEST_COUNTRY_CODE = 3;
const EXTENSION = /(?:ext|extension|x|#|;ext=).*$/i;
const NORTH_AMERICAN = /^1\d{10}$/;
const INTERNATIONAL = /^\D*(?:\+|00)/;

function withoutExtension(number: string): string {
  return number.normalize('NFKC').replace(EXTENSION, '').trim();
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** With fewer digits, a number that begins as the country code does may well be national. */
const LEAST_WITH_COUNTRY_CODE = 11;
/** What is dialled before a national number within a country and left out from abroad; Italy leaves nothing out. */
const TRUNK_PREFIXES: Readonly<Record<string, RegExp>> = { '+39': /^$/, '+7': /^8(?=\d{10}$)/ };
const TRUNK_PREFIX = /^0/;

/** A number with its country code in front once, so that equal national numbers of two countries stay apart. */
export function withCountryCode(number: string, countryCode: string): string {
  const text = withoutExtension(number);
  if (!countryCode.startsWith('+') || INTERNATIONAL.test(text)) return text;
  const digits = digitsOf(text);
  if (digits.length >= LEAST_WITH_COUNTRY_CODE && `+${digits}`.startsWith(countryCode)) return `+${text}`;
  return `${countryCode} ${digits.replace(TRUNK_PREFIXES[countryCode] ?? TRUNK_PREFIX, '')}`;
}

/** Null where there are too few digits to tell anything. */
export function comparablePhone(number: string): ComparablePhone | null {
  const text = withoutExtension(number).replace('(0)', '');
  const written = INTERNATIONAL.test(text);
  const digits = digitsOf(text).replace(/^0+/, '');
  if (digits.length < LEAST_DIGITS) return null;
  return { digits, international: written || NORTH_AMERICAN.test(digits) };
}

/** Numbers that agree share it; numbers that share it are candidates for `samePhone`. */
export function phoneKey(phone: ComparablePhone): string {
  return phone.digits.slice(-KEY_DIGITS);
}

/** A number without country code agrees with one that has it before the same digits. */
export function samePhone(a: ComparablePhone, b: ComparablePhone): boolean {
  if (a.international === b.international) return a.digits === b.digits;
  const [whole, part] = a.international ? [a.digits, b.digits] : [b.digits, a.digits];
  const before = whole.length - part.length;
  return part.length >= KEY_DIGITS && before > 0 && before <= LONGEST_COUNTRY_CODE && whole.endsWith(part);
}

/** As it is shown as the reason: with `+` where the country code is known. */
export function writePhone(phone: ComparablePhone): string {
  return phone.international ? `+${phone.digits}` : phone.digits;
}
