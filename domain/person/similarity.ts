/**
 * Which two persons may be one. Candidates are found by key (`duplicateKeys`: persons that share none are
 * never compared) and confirmed by reason (`duplicateReasons`): the same e-mail address, the same telephone
 * number, or the same date of birth and names that agree to `DUPLICATE_NAME_DEGREE`.
 */
import {
  type ComparablePhone,
  comparableEmail,
  comparablePhone,
  phoneKey,
  samePhone,
  writePhone,
} from './contact-keys.ts';
import { type NameFingerprint, nameFingerprint, type NameSide } from './name-fingerprint.ts';
import type { PersonName } from './name-schema.ts';
import { compareFamilyTokens, compareGivenTokens, type NameToken } from './token-similarity.ts';

/**
 * From this degree on, names of persons born on the same day are taken for one person's. The degree is the
 * mean of how the given and the family names agree (`TOKEN_DEGREES`): one full agreement and an initial, a
 * nickname or a typing error on the other side pass (0.9 and more), a wrong middle name does not (0.75), and
 * neither do twins (0.5).
 */
export const DUPLICATE_NAME_DEGREE = 0.8;

const TRANSPOSED = 0.95;
const SKIPPED_FIRST = 0.95;
const OTHER_GENERATION = 0.7;

export interface DuplicateSubject {
  readonly name: PersonName;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

export type DuplicateReason =
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'phone'; readonly value: string }
  | { readonly kind: 'birth-date-and-name'; readonly value: string; readonly degree: number };

/** A subject with what comparing it needs, worked out once. */
export interface DuplicateFingerprint {
  readonly name: NameFingerprint;
  readonly birthDate: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly ComparablePhone[];
}

export function duplicateFingerprint(subject: DuplicateSubject): DuplicateFingerprint {
  const emails = subject.emails.map(comparableEmail).filter((email) => email !== null);
  return {
    name: nameFingerprint(subject.name),
    birthDate: subject.birthDate,
    emails: [...new Set(emails)],
    phones: subject.phones.map(comparablePhone).filter((phone) => phone !== null),
  };
}

/** Duplicates share at least one key: `email:…`, `phone:…`, `birth:…`. Sharing one does not make a duplicate. */
export function duplicateKeys(subject: DuplicateSubject): string[] {
  return fingerprintKeys(duplicateFingerprint(subject));
}

export function fingerprintKeys({ birthDate, emails, phones }: DuplicateFingerprint): string[] {
  const keys = [
    ...emails.map((email) => `email:${email}`),
    ...phones.map((phone) => `phone:${phoneKey(phone)}`),
    ...(birthDate === null ? [] : [`birth:${birthDate}`]),
  ];
  return [...new Set(keys)];
}

/** Empty where nothing says that the two are one. */
export function duplicateReasons(a: DuplicateSubject, b: DuplicateSubject): DuplicateReason[] {
  return fingerprintReasons(duplicateFingerprint(a), duplicateFingerprint(b));
}

export function fingerprintReasons(a: DuplicateFingerprint, b: DuplicateFingerprint): DuplicateReason[] {
  return [...emailReasons(a, b), ...phoneReasons(a, b), ...birthReasons(a, b)];
}

function emailReasons(a: DuplicateFingerprint, b: DuplicateFingerprint): DuplicateReason[] {
  const shared = a.emails.filter((email) => b.emails.includes(email));
  return shared.map((value) => ({ kind: 'email', value }));
}

function phoneReasons(a: DuplicateFingerprint, b: DuplicateFingerprint): DuplicateReason[] {
  const shared = a.phones.flatMap((phone) => {
    const other = b.phones.find((candidate) => samePhone(phone, candidate));
    return other === undefined ? [] : [writePhone(other.international ? other : phone)];
  });
  return [...new Set(shared)].map((value) => ({ kind: 'phone', value }));
}

function birthReasons(a: DuplicateFingerprint, b: DuplicateFingerprint): DuplicateReason[] {
  if (a.birthDate === null || a.birthDate !== b.birthDate) return [];
  const degree = compareFingerprints(a.name, b.name);
  return degree < DUPLICATE_NAME_DEGREE ? [] : [{ kind: 'birth-date-and-name', value: a.birthDate, degree }];
}

/** How far two names agree, 0 (not at all) to 1. The same in both directions. */
export function compareNames(a: PersonName, b: PersonName): number {
  return compareFingerprints(nameFingerprint(a), nameFingerprint(b));
}

export function compareFingerprints(a: NameFingerprint, b: NameFingerprint): number {
  const degree = hasBothSides(a) && hasBothSides(b) ? compareSides(a, b) : compareBags(a.all, b.all);
  const generations = a.generation !== null && b.generation !== null && a.generation !== b.generation;
  return generations ? degree * OTHER_GENERATION : degree;
}

function hasBothSides(name: NameFingerprint): boolean {
  return name.given.tokens.length > 0 && name.family.tokens.length > 0;
}

function compareSides(a: NameFingerprint, b: NameFingerprint): number {
  const direct = mean(compareCalled(a, b), compareSide(a.family, b.family, compareFamilyTokens));
  if (direct === 1) return 1;
  const crossed = mean(
    compareSide(a.given, b.family, compareGivenTokens),
    compareSide(a.family, b.given, compareGivenTokens),
  );
  return Math.max(direct, crossed * TRANSPOSED);
}

function mean(a: number, b: number): number {
  return (a + b) / 2;
}

function compareCalled(a: NameFingerprint, b: NameFingerprint): number {
  return Math.max(
    compareSide(a.given, b.given, compareGivenTokens),
    compareSide(a.called, b.given, compareGivenTokens),
    compareSide(a.given, b.called, compareGivenTokens),
    compareSide(a.called, b.called, compareGivenTokens),
  );
}

type CompareTokens = (a: NameToken, b: NameToken) => number;

/** Each word of the shorter side with its best of the other; words that only one side has do not count. */
function compareSide(a: NameSide, b: NameSide, compare: CompareTokens): number {
  if (a.tokens.length === 0 || b.tokens.length === 0) return 0;
  if (a.joined === b.joined && a.joined.length > 1) return 1;
  const [short, long] = shorterFirst(a, b);
  const { sum, first } = pairUp(short, long, compare);
  const degree = sum / short.length;
  return first || short.length === long.length ? degree : degree * SKIPPED_FIRST;
}

/** A name that is not parted agrees only where all words of both find each other. */
function compareBags(a: NameSide, b: NameSide): number {
  const [short, long] = shorterFirst(a, b);
  if (short.length === 0) return 0;
  return (2 * pairUp(short, long, compareGivenTokens).sum) / (short.length + long.length);
}

/** Of two of one length always the same first: pairing takes the best match first, so the order counts. */
function shorterFirst(a: NameSide, b: NameSide): readonly [readonly NameToken[], readonly NameToken[]] {
  const difference = a.tokens.length - b.tokens.length;
  const inOrder = difference === 0 ? a.joined <= b.joined : difference < 0;
  return inOrder ? [a.tokens, b.tokens] : [b.tokens, a.tokens];
}

function pairUp(
  short: readonly NameToken[],
  long: readonly NameToken[],
  compare: CompareTokens,
): { readonly sum: number; readonly first: boolean } {
  const taken = new Set<number>();
  let sum = 0;
  for (const token of short) {
    const best = bestMatch(token, long, taken, compare);
    if (best.degree > 0) taken.add(best.index);
    sum += best.degree;
  }
  return { sum, first: taken.has(0) };
}

function bestMatch(
  token: NameToken,
  candidates: readonly NameToken[],
  taken: ReadonlySet<number>,
  compare: CompareTokens,
): { readonly index: number; readonly degree: number } {
  let index = -1;
  let degree = 0;
  for (const [position, candidate] of candidates.entries()) {
    if (taken.has(position)) continue;
    const found = compare(token, candidate);
    if (found > degree) {
      index = position;
      degree = found;
    }
  }
  return { index, degree };
}
