import type { DistrictOffice, Legislator, Term } from './us-legislators-source.ts';

/** One fact of the source and the component that it becomes. Facts of one person with the same `key` are one. */
export interface Fact {
  readonly person: string;
  /** The row of the table that it counts for. */
  readonly kind: string;
  readonly key: string;
  readonly componentType: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly custom?: Readonly<Record<string, string>>;
}

type Draft = Omit<Fact, 'person'>;

const CHAMBERS = {
  sen: { company: 'United States Senate', position: 'Senator' },
  rep: { company: 'United States House of Representatives', position: 'Representative' },
} as const;

/** A telephone number or page that several terms repeat is one fact of the person, said several times. */
function term(each: Term, isCurrent: boolean): Draft[] {
  const chamber = CHAMBERS[each.type];
  const office: Draft = {
    kind: 'Term of office',
    key: `term/${each.type}/${each.start}`,
    componentType: 'Employment',
    data: {
      company: chamber.company,
      position: `${chamber.position}, ${each.state}`,
      type: 'Elected',
      startDate: each.start,
      endDate: each.end,
      current: isCurrent,
      ...(each.office === undefined ? {} : { location: each.office }),
    },
    custom: { party: each.party, state: each.state },
  };
  return [office, ...contacts(each)];
}

function contacts({ url, contact_form: form, phone: number, address }: Term): Draft[] {
  return [
    ...(url === undefined ? [] : [page('Website of a term', url, 'Official website')]),
    ...(form === undefined ? [] : [page('Contact form of a term', form, 'Contact form')]),
    ...(number === undefined ? [] : [phone('Telephone of a term', number, 'Work')]),
    ...(address === undefined ? [] : [washington(address)]),
  ];
}

function page(kind: string, url: string, title: string): Draft {
  return { kind, key: `page/${title}/${url.toLowerCase()}`, componentType: 'Website', data: { url, title } };
}

function phone(kind: string, number: string, type: string): Draft {
  const key = `phone/${type}/${number.replaceAll(/\D/g, '')}`;
  return { kind, key, componentType: 'PhoneNumber', data: { number, countryCode: '+1', type } };
}

const CAPITAL = /^(?<street>.*?)[,;]?\s+washington,?\s+dc,?\s+(?<postalCode>\d{5}(?:-\d{4})?)$/i;

function washington(address: string): Draft {
  const parts = CAPITAL.exec(address)?.groups;
  const place = parts === undefined ? { street: address } : { ...parts, city: 'Washington', region: 'DC' };
  const key = `address/${address.toLowerCase()}`;
  return {
    kind: 'Address of a term',
    key,
    componentType: 'Address',
    data: { type: 'Work', ...place, country: 'US' },
  };
}

/** What the source says, without what it leaves open. */
function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function districtOffice(office: DistrictOffice): Draft[] {
  const { latitude, longitude, hours } = office;
  const isLocated = latitude !== undefined && longitude !== undefined;
  const address: Draft = {
    kind: 'District office',
    key: `office/${office.id}`,
    componentType: 'Address',
    data: given({
      type: 'Office',
      street: office.address,
      unit: office.suite === undefined ? undefined : String(office.suite),
      building: office.building,
      city: office.city,
      region: office.state,
      postalCode: office.zip,
      country: 'US',
      coordinates: isLocated ? { latitude, longitude } : undefined,
    }),
    custom: { officeId: office.id, ...(hours === undefined ? {} : { hours }) },
  };
  return [
    address,
    ...(office.phone === undefined ? [] : [phone('Telephone of an office', office.phone, 'Work')]),
    ...(office.fax === undefined ? [] : [phone('Fax of an office', office.fax, 'Fax')]),
  ];
}

/** `twitter` and `twitter_id` name one account; an id alone is an account all the same. */
function accounts(social: Legislator['social']): Draft[] {
  const platforms = new Set(Object.keys(social).map((field) => field.replace(/_id$/, '')));
  return [...platforms].flatMap((platform) => {
    const username = social[platform];
    const accountId = social[`${platform}_id`];
    const data = {
      platform,
      username: String(username ?? accountId),
      ...(accountId === undefined ? {} : { accountId: String(accountId) }),
    };
    const fact = { key: `social/${platform}`, componentType: 'SocialProfile', data };
    return [
      ...(username === undefined ? [] : [{ ...fact, kind: 'Social account' }]),
      ...(accountId === undefined ? [] : [{ ...fact, kind: 'Id of a social account' }]),
    ];
  });
}

function leadership({ leadership_roles: roles }: Legislator): Draft[] {
  return roles.map(({ title, chamber, start, end }) => ({
    kind: 'Leadership role',
    key: `role/${title}/${start}`,
    componentType: 'Affiliation',
    data: {
      organization: chamber === 'senate' ? CHAMBERS.sen.company : CHAMBERS.rep.company,
      role: title,
      startDate: start,
      ...(end === undefined ? { ongoing: true } : { endDate: end }),
    },
  }));
}

function aboutThePerson({ bio, family }: Legislator): Draft[] {
  const gender = { F: 'female', M: 'male' }[bio.gender];
  const attribute = { name: 'Gender', value: gender };
  const relatives = family.map(({ name, relation }) => ({
    kind: 'Family',
    key: `family/${relation}/${name}`,
    componentType: 'CustomAttribute',
    data: { name: 'Family', value: `${relation} of ${name}` },
  }));
  return [{ kind: 'Gender', key: 'gender', componentType: 'CustomAttribute', data: attribute }, ...relatives];
}

/** Every fact of a person that becomes a component, in the order of the source. */
export function factsOf(legislator: Legislator, lastStart: string): Fact[] {
  const last = legislator.terms.at(-1);
  const drafts = [
    ...legislator.terms.flatMap((each) => term(each, each === last && each.end > lastStart)),
    ...leadership(legislator),
    ...accounts(legislator.social),
    ...legislator.offices.flatMap(districtOffice),
    ...aboutThePerson(legislator),
  ];
  return drafts.map((draft) => ({ ...draft, person: legislator.id }));
}
