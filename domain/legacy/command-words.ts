/** What each command of the former system is called today, and where its fields are. */
import { isJsonObject, type JsonObject } from '../person/fields/json.ts';
import { fromLegacyName } from '../person/name-legacy.ts';
import { dateOf, idOf, textOf, variantOf, without } from '../person/upcasters/legacy-json.ts';
import { componentKind, componentParts } from '../person/upcasters/component-data.ts';
import { privacyRules } from '../person/upcasters/preference-rules.ts';
import { translate } from '../person/upcasters/component-rules.ts';

export interface CommandWords {
  readonly type: string;
  readonly data: JsonObject;
}

/** Null where a field that it cannot do without is missing. */
type Translate = (said: JsonObject) => CommandWords | null;

/** What is undefined was not said. */
function command(type: string, data: JsonObject): CommandWords {
  return { type, data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) };
}

function reasonOf(said: JsonObject): string | undefined {
  return textOf(said['reason']);
}

function named(type: string, field: string): Translate {
  return (said) => {
    const name = fromLegacyName(said[field]);
    return name === null
      ? null
      : command(type, { name, ...(type === 'CreatePerson' ? sourceOf(said) : whyOf(said)) });
  };
}

function sourceOf(said: JsonObject): JsonObject {
  return { source: textOf(said['source']) };
}

function whyOf(said: JsonObject): JsonObject {
  return { reason: reasonOf(said) };
}

function because(type: string): Translate {
  return (said) => command(type, whyOf(said));
}

const merge: Translate = (said) => {
  const reason = variantOf(said['merge_reason'] ?? said['reason']);
  const personId = idOf(said['source_person_id'] ?? said['person_id']);
  const targetId = idOf(said['target_person_id'] ?? said['merged_into_id'] ?? said['merge_into_id']);
  return command('MergePersons', { personId, targetId, reason });
};

function registering(type: string): Translate {
  return (said) => {
    const kind = componentKind(said['component_type']);
    const by = type === 'RegisterComponent' ? textOf(said['registered_by']) : undefined;
    return kind === undefined ? null : command(type, { componentType: kind.type, registeredBy: by });
  };
}

const ABOUT: ReadonlySet<string> = new Set([
  'person_id',
  'component_id',
  'component_type',
  'command_id',
  'reason',
  'actor',
]);
const INSIDE = ['component_data', 'data', 'changes', 'updates'] as const;

/** The component's own fields: in a field of their own, or beside its ids. */
function contentOf(said: JsonObject, nest?: string): JsonObject {
  const inner = [...INSIDE, ...(nest === undefined ? [] : [nest])].map((key) => said[key]).find(isJsonObject);
  return inner ?? without(said, ABOUT);
}

function adding(type?: string, nest?: string): Translate {
  return (said) => {
    const kind = type === undefined ? componentKind(said['component_type']) : { type };
    if (kind === undefined) return null;
    const { data = {}, ...about } = componentParts(kind, contentOf(said, nest));
    return command('AddComponent', {
      componentId: idOf(said['component_id']),
      componentType: kind.type,
      data,
      ...about,
      registeredBy: textOf(said['registered_by']),
    });
  };
}

function updating(type?: string, nest?: string): Translate {
  return (said) => {
    const kind = type === undefined ? componentKind(said['component_type']) : { type };
    if (kind === undefined) return null;
    const changes = componentParts(kind, contentOf(said, nest));
    return command('UpdateComponent', { componentId: idOf(said['component_id']), changes, ...whyOf(said) });
  };
}

const removing: Translate = (said) =>
  command('RemoveComponent', { componentId: idOf(said['component_id']), ...whyOf(said) });

const endorsing: Translate = (said) =>
  command('EndorseSkill', {
    componentId: idOf(said['component_id']),
    endorserId: idOf(said['endorser_id']),
    endorserName: textOf(said['endorser_name']),
    comment: textOf(said['comment']),
  });

const communication: Translate = (said) => {
  const content = contentOf(said, 'preferences');
  return command('UpdateCommunicationPreferences', {
    ...componentParts({ type: 'CommunicationPreferences' }, content).data,
  });
};

const privacy: Translate = (said) => {
  const { consents: _consents, ...data } = translate(privacyRules, contentOf(said, 'preferences')).data ?? {};
  return command('UpdatePrivacyPreferences', data);
};

const consent: Translate = (said) =>
  command('RecordConsent', {
    consentType: textOf(said['consent_type']),
    granted: said['granted'],
    consentVersion: textOf(said['version'] ?? said['consent_version']),
    ip: textOf(said['ip_address'] ?? said['ip']),
  });

const KINDS: readonly (readonly [name: string, type: string, nest: string])[] = [
  ['Email', 'EmailAddress', 'email'],
  ['Phone', 'PhoneNumber', 'phone'],
  ['Skill', 'Skill', 'skill'],
  ['SocialProfile', 'SocialProfile', 'profile'],
  ['Employment', 'Employment', 'employment'],
];

const kindCommands = KINDS.flatMap(([name, type, nest]): (readonly [string, Translate])[] => [
  [`Add${name}`, adding(type, nest)],
  [`Update${name}`, updating(type, nest)],
  [`Remove${name}`, removing],
]);

const COMMANDS: Readonly<Record<string, Translate>> = {
  CreatePerson: named('CreatePerson', 'name'),
  UpdateName: (said) => named('UpdateName', said['new_name'] === undefined ? 'name' : 'new_name')(said),
  SetBirthDate: (said) => command('SetBirthDate', { birthDate: dateOf(said['birth_date']) }),
  RecordDeath: (said) =>
    command('RecordDeath', { dateOfDeath: dateOf(said['date_of_death'] ?? said['date']) }),
  DeactivatePerson: because('DeactivatePerson'),
  ReactivatePerson: because('ReactivatePerson'),
  ArchivePerson: because('ArchivePerson'),
  MergePersons: merge,
  RegisterComponent: registering('RegisterComponent'),
  UnregisterComponent: registering('UnregisterComponent'),
  AddComponent: adding(),
  UpdateComponent: updating(),
  ...Object.fromEntries(kindCommands),
  EndorseSkill: endorsing,
  UpdateCommunicationPreferences: communication,
  UpdatePrivacyPreferences: privacy,
  RecordConsent: consent,
};

/** Null for a command that there is not, or that names nobody or nothing. */
export function commandFor(name: string, said: JsonObject): CommandWords | null {
  const translated = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.(said) : undefined;
  if (translated === undefined || translated === null) return null;
  const personId = translated.data['personId'] ?? idOf(said['person_id']);
  return personId === undefined ? null : { type: translated.type, data: { personId, ...translated.data } };
}
