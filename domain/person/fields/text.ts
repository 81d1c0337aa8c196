import { z } from 'zod';

/** No controls, lone surrogates (they cannot be encoded) or signs that turn the order of a line around. */
const PRINTABLE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
/** As one class, its controls spelled out: a class within a class overflows the stack on a text of megabytes. */
const PRINTABLE_OR_LAYOUT =
  /^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
/** Something a reader can see: not only spaces, joiners and fillers. */
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

export const BLANK = 'Must not be blank';
export const CONTROL = 'Must not contain control characters or characters that reverse the text direction';

export function isVisibleText(text: string): boolean {
  return VISIBLE.test(text);
}

/** On one line. */
export function isPrintableText(text: string): boolean {
  return PRINTABLE.test(text);
}

/** Nothing looks at a text that is too long: patterns are made for what a person types. */
function noLonger(max: number) {
  return { error: `Must be at most ${max} characters long`, abort: true };
}

/** Trimmed and NFC, in one step: every text of every command passes here. */
export function tidyText(text: string): string {
  return text.trim().normalize('NFC');
}

/** One line: trimmed, NFC, not blank, `max` in UTF-16 units. */
export function line(max = 200): z.ZodString {
  return z
    .string()
    .overwrite(tidyText)
    .max(max, noLonger(max))
    .regex(VISIBLE, BLANK)
    .regex(PRINTABLE, CONTROL);
}

/** Several lines: as `line`, with line feeds (CR LF folded) and tabs allowed. */
export function paragraph(max = 2000): z.ZodString {
  return z
    .string()
    .overwrite((text) => tidyText(text.replaceAll('\r\n', '\n')))
    .max(max, noLonger(max))
    .regex(VISIBLE, BLANK)
    .regex(PRINTABLE_OR_LAYOUT, CONTROL);
}

/** Up to `count` lines, each once, in the order given. */
export function lines(count = 50, max = 200) {
  return z
    .array(line(max))
    .max(count, { error: `Must be at most ${count} entries`, abort: true })
    .overwrite((list) => [...new Set(list)]);
}

const HOST = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\-]*[\p{L}\p{N}\p{M}])?)`;
const URL_PATTERN = new RegExp(
  String.raw`^https?://(?:${HOST}(?:\.${HOST})*\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?$`,
  'iu',
);

/** An absolute web address without user information. */
export function webAddress() {
  return line(2000).regex(URL_PATTERN, 'Must be a web address that begins with http:// or https://');
}

const EMAIL_LOCAL = String.raw`[^\s@<>()\[\],;:\\"\.]+(?:\.[^\s@<>()\[\],;:\\"\.]+)*`;
const EMAIL_PATTERN = new RegExp(String.raw`^${EMAIL_LOCAL}@${HOST}(?:\.${HOST})+$`, 'u');

/** An e-mail address; the domain is lower-cased, the part before the @ is kept as it was typed. */
export function emailAddress() {
  return line(254)
    .regex(EMAIL_PATTERN, 'Must be an e-mail address like name@example.org')
    .overwrite((address) => {
      const at = address.lastIndexOf('@');
      return address.slice(0, at) + address.slice(at).toLowerCase();
    });
}

export function languageTag() {
  return line(35).regex(
    /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/,
    'Must be a language tag like en, de-CH or pt-BR',
  );
}

/** `count` letters, folded to upper case: country and currency codes. */
export function letterCode(count: number, what: string) {
  return z
    .string()
    .trim()
    .toUpperCase()
    .regex(new RegExp(`^[A-Z]{${count}}$`), what);
}
