import { type DemoIdentity, demoIdentity } from './demo-names.ts';
import type { Random } from './random.ts';

/** One command of the demo and the moment it is given, in days after the demo's first. */
export interface DemoStep {
  readonly day: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Who gave it, where it was somebody else than the demo's operator. */
  readonly by?: string;
}

export interface DemoPerson {
  readonly personId: string;
  readonly identity: DemoIdentity;
  readonly steps: readonly DemoStep[];
}

const COMPANIES = [
  'Harbour Logistics',
  'Meridian Health',
  'Northlight Energy',
  'Copper & Pine',
  'Atlas Mutual',
];
const POSITIONS = [
  'Analyst',
  'Engineer',
  'Team lead',
  'Nurse',
  'Account manager',
  'Planner',
  'Counsel',
  'Director',
];
const SKILLS = [
  'Project management',
  'TypeScript',
  'Welding',
  'First aid',
  'Negotiation',
  'Data analysis',
  'Spanish',
];
const LEVELS = ['Beginner', 'Intermediate', 'Advanced', 'Expert'];
const TAGS = ['board', 'mentor', 'volunteer', 'alumni'];
const SUSPENSIONS = [
  'Identity could not be confirmed',
  'On leave until further notice',
  'Contract under review',
];

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function dateIn(random: Random, from: number, to: number): string {
  return `${random.between(from, to)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`;
}

class Life {
  readonly steps: DemoStep[] = [];
  readonly #personId: string;
  #day: number;
  readonly #random: Random;

  constructor(personId: string, day: number, random: Random) {
    this.#personId = personId;
    this.#day = day;
    this.#random = random;
  }

  /** Lets up to `days` pass, then gives the command. */
  then(days: number, type: string, data: Record<string, unknown>): void {
    this.#day += this.#random.next() * days;
    this.steps.push({ day: this.#day, type, data: { personId: this.#personId, ...data } });
  }
}

function contacts(life: Life, random: Random, { handle, calling, city, country }: DemoIdentity): void {
  life.then(1, 'AddEmail', { address: `${handle}@example.org`, type: 'Work', primary: true });
  if (random.chance(0.6)) {
    const number = `${random.between(20, 99)} ${random.between(100, 999)} ${random.between(1000, 9999)}`;
    life.then(3, 'AddPhone', {
      number,
      countryCode: calling,
      type: random.pick(['Mobile', 'Work']),
      primary: true,
    });
  }
  if (random.chance(0.3)) life.then(90, 'AddEmail', { address: `${handle}@example.net`, type: 'Personal' });
  if (random.chance(0.5)) {
    const street = `${random.between(1, 180)} Station Road`;
    life.then(10, 'AddComponent', {
      componentType: 'Address',
      data: { type: 'Home', street, city, country },
      primary: true,
    });
  }
}

function work(life: Life, random: Random): void {
  const startDate = dateIn(random, 2015, 2024);
  const job = { company: random.pick(COMPANIES), position: random.pick(POSITIONS), startDate, current: true };
  if (random.chance(0.8)) life.then(20, 'AddEmployment', job);
  if (random.chance(0.6)) {
    const data = { name: random.pick(SKILLS), proficiency: random.pick(LEVELS) };
    life.then(60, 'AddSkill', { ...data, ...(random.chance(0.3) ? { tags: [random.pick(TAGS)] } : {}) });
  }
  if (random.chance(0.35)) {
    life.then(40, 'RecordConsent', {
      consentType: 'newsletter',
      granted: random.chance(0.7),
      consentVersion: '2024-05',
    });
  }
}

function rename(life: Life, random: Random, { name }: DemoIdentity): void {
  if (!random.chance(0.15) || name.convention === 'Mononymic') return;
  const familyNames = name.convention === 'Patronymic' ? [] : ['Winterbourne'];
  life.then(200, 'UpdateName', {
    name: { ...name, ...(familyNames.length > 0 && { familyNames }) },
    reason: 'Marriage',
  });
}

function ending(life: Life, random: Random): void {
  const fate = random.next();
  if (fate < 0.07) life.then(60, 'DeactivatePerson', { reason: random.pick(SUSPENSIONS) });
  else if (fate < 0.13) {
    life.then(60, 'DeactivatePerson', { reason: random.pick(SUSPENSIONS) });
    life.then(30, 'ReactivatePerson', { reason: 'Settled with the person' });
  } else if (fate < 0.17)
    life.then(60, 'ArchivePerson', { reason: 'Left the organisation; kept for the record' });
  else if (fate < 0.2) life.then(60, 'RecordDeath', { dateOfDeath: dateIn(random, 2024, 2024) });
}

/** What happened to one person: created, filled in, changed, and for some the end of it. */
export function demoPerson(personId: string, n: number, day: number, random: Random): DemoPerson {
  const identity = demoIdentity(random, n);
  const life = new Life(personId, day, random);
  life.then(0, 'CreatePerson', {
    name: identity.name,
    source: random.pick(['HR import', 'Registration form', 'Console']),
  });
  if (random.chance(0.9)) life.then(1, 'SetBirthDate', { birthDate: dateIn(random, 1948, 2004) });
  contacts(life, random, identity);
  work(life, random);
  rename(life, random, identity);
  ending(life, random);
  return { personId, identity, steps: life.steps };
}
