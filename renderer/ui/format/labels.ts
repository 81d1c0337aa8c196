/** Words that are not written as other words are. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['email', 'e-mail'],
  ['sms', 'SMS'],
]);

function spelt(word: string): string {
  if (/^[A-Z]{2,}$/u.test(word)) return word;
  const lower = word.toLowerCase();
  return spellings.get(lower) ?? lower;
}

/** `employmentType` → `Employment type`; `EmailAddress` → `E-mail address`; short runs of capitals stay. */
export function humanize(name: string): string {
  const words = name
    .replace(/[_\-\s]+/gu, ' ')
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2')
    .trim()
    .split(' ');
  const text = words.map(spelt).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `user:Ada Lovelace` → `Ada Lovelace`; other prefixes stay, they say what kind of actor it was. */
export function actorName(actor: string | null): string {
  if (actor === null) return 'unknown';
  return actor.startsWith('user:') ? actor.slice('user:'.length) : actor;
}

/** Enough of an id to tell one from another: of ids made in the same minute the beginnings are the same. */
export function shortId(id: string): string {
  return id.length > 14 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id;
}

/** Up to two initials, by grapheme so that no letter is cut in half. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return picked.map((word) => firstGrapheme(word ?? '').toLocaleUpperCase()).join('');
}

function firstGrapheme(word: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word);
  return first?.segment ?? '';
}
