/** Upcasters of the typed attributes that version 0.8 recorded in place of components. */
import type { UpcasterChain } from '../../kernel/upcast.ts';
import { isJsonObject, type JsonObject } from '../fields/json.ts';
import { differencePatch } from '../fields/merge-patch.ts';
import { componentAdded, componentIdFor, componentUpdated, registrant } from './component-events.ts';
import { type Lift, upcaster } from './legacy-event.ts';
import { asText, dateOf, dayAfter, idOf, instantOf, textOf, variantOf } from './legacy-json.ts';

const ATTRIBUTE = { type: 'Attribute' };

/** A person had one attribute of each type, which was all that later events named. */
function attributeId(event: Parameters<typeof componentIdFor>[0], type: unknown): string {
  return componentIdFor(event, ATTRIBUTE.type, asText(type));
}

const CATEGORIES: ReadonlySet<string> = new Set([
  'Identifying',
  'Physical',
  'Healthcare',
  'Demographic',
  'Custom',
]);

interface AttributeType {
  readonly category: string;
  readonly name: string;
  readonly custom: Readonly<Record<string, string>>;
}

/** `{"Physical": "Height"}`, or `{"Custom": {organization, attribute_name, category}}`. */
function typeOf(value: unknown): AttributeType | undefined {
  const [entry] = isJsonObject(value) ? Object.entries(value) : [];
  if (entry === undefined || !CATEGORIES.has(entry[0])) return undefined;
  const [category, inner] = entry;
  if (!isJsonObject(inner)) return named(category, textOf(inner), {});
  const { attribute_name, ...about } = inner;
  const custom = Object.entries(about).map(([key, detail]) => [key, asText(detail)] as const);
  return named(category, textOf(attribute_name), Object.fromEntries(custom));
}

function named(
  category: string,
  name: string | undefined,
  custom: Readonly<Record<string, string>>,
): AttributeType | undefined {
  return name === undefined ? undefined : { category, name, custom };
}

const UNITS: Readonly<Record<string, string>> = { Length: 'm', Mass: 'kg' };

/** Values were tagged with their type: `{"Length": 1.75}`, `{"Date": "1980-02-29"}`, `{"EyeColor": "Brown"}`. */
function valueOf(value: unknown): JsonObject | undefined {
  const [entry] = isJsonObject(value) ? Object.entries(value) : [];
  if (entry === undefined) return undefined;
  const [tag, inner] = entry;
  if (typeof inner === 'boolean') return { type: 'boolean', boolean: inner };
  if (typeof inner === 'number') return numberOf(inner, UNITS[tag]);
  const date = tag === 'Date' ? dateOf(inner) : undefined;
  if (date !== undefined) return { type: 'date', date };
  const text = textValueOf(tag, inner);
  return text === undefined ? undefined : { type: 'text', text };
}

function numberOf(number: number, unit: string | undefined): JsonObject | undefined {
  if (!Number.isFinite(number)) return undefined;
  return { type: 'number', number, ...(unit === undefined ? {} : { unit }) };
}

function textValueOf(tag: string, inner: unknown): string | undefined {
  if (tag === 'YearMonth' && Array.isArray(inner))
    return inner.map((part) => asText(part).padStart(2, '0')).join('-');
  if (tag === 'TextList' && Array.isArray(inner)) return textOf(inner.map(asText).join(', '));
  if (tag === 'ApproximateDate' && isJsonObject(inner)) return approximateDate(inner);
  if (tag === 'PersonReference') return idOf(inner);
  return textOf(asText(inner));
}

function approximateDate({ date, precision }: JsonObject): string | undefined {
  const [when, how] = [textOf(date), variantOf(precision)];
  return when === undefined || how === undefined ? when : `${when} (${how.toLowerCase()})`;
}

const CONFIDENCE: Readonly<Record<string, number>> = {
  Certain: 1,
  Likely: 0.75,
  Possible: 0.5,
  Uncertain: 0.25,
};

function provenanceOf(value: unknown): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined;
  const source = sourceOf(value['source']);
  if (source === undefined) return undefined;
  const confidence = CONFIDENCE[variantOf(value['confidence']) ?? ''];
  const recordedBy = textOf(value['recorded_by']);
  const trace: readonly unknown[] = Array.isArray(value['trace']) ? value['trace'] : [];
  const transformations = trace.map(transformationOf).filter((step) => step !== undefined);
  return {
    source,
    ...(confidence === undefined ? {} : { confidence }),
    ...(recordedBy === undefined ? {} : { recordedBy }),
    ...(transformations.length > 0 ? { transformations } : {}),
  };
}

/** `"Measured"`, or `{"Imported": {"system": "HR"}}`. */
function sourceOf(value: unknown): string | undefined {
  const imported = isJsonObject(value) && isJsonObject(value['Imported']) ? value['Imported'] : undefined;
  const system = textOf(imported?.['system']);
  return system === undefined ? variantOf(value) : `Imported from ${system}`;
}

function transformationOf(value: unknown): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const [what, by, at] = [
    textOf(value['transformation']),
    textOf(value['applied_by']),
    textOf(value['applied_at']),
  ];
  const about = [by, at].filter((part) => part !== undefined).join(', ');
  return what === undefined || about === '' ? what : `${what} (${about})`;
}

/** Today's validity ends at an instant, the former one with a day. */
function validityOf(value: unknown): JsonObject {
  const temporal = isJsonObject(value) ? value : {};
  const [from, until] = [dateOf(temporal['valid_from']), dateOf(temporal['valid_until'])];
  return {
    ...(from === undefined ? {} : { validFrom: `${from}T00:00:00.000Z` }),
    ...(until === undefined ? {} : { validUntil: dayAfter(until) }),
  };
}

interface Attribute {
  readonly data: JsonObject;
  readonly custom: Readonly<Record<string, string>>;
}

function attributeOf(value: unknown, recordedAt: string): Attribute | undefined {
  if (!isJsonObject(value)) return undefined;
  const type = typeOf(value['attribute_type']);
  const held = valueOf(value['value']);
  if (type === undefined || held === undefined) return undefined;
  const temporal = value['temporal'];
  const provenance = provenanceOf(value['provenance']);
  const data = {
    category: type.category,
    name: type.name,
    value: held,
    recordedAt: instantOf(isJsonObject(temporal) ? temporal['recorded_at'] : undefined) ?? recordedAt,
    ...validityOf(temporal),
    ...(provenance === undefined ? {} : { provenance }),
  };
  return { data, custom: type.custom };
}

const recorded: Lift = ({ event, payload }) => {
  const attribute = attributeOf(payload['attribute'], event.metadata.timestamp);
  if (attribute === undefined || !isJsonObject(payload['attribute'])) return null;
  return componentAdded(event, ATTRIBUTE, {
    id: attributeId(event, payload['attribute']['attribute_type']),
    parts: attribute,
    registeredBy: registrant(event),
  });
};

const updated: Lift = ({ event, payload }) => {
  const before = attributeOf(payload['old_attribute'], event.metadata.timestamp);
  const after = attributeOf(payload['new_attribute'], event.metadata.timestamp);
  if (after === undefined || payload['attribute_type'] === undefined) return null;
  return componentUpdated(event, ATTRIBUTE, {
    id: attributeId(event, payload['attribute_type']),
    changes: { data: differencePatch(before?.data ?? {}, after.data) },
  });
};

const invalidated: Lift = ({ event, payload }) => {
  if (payload['attribute_type'] === undefined) return null;
  const at = event.metadata.timestamp;
  const reason = textOf(payload['reason']);
  const data = { validUntil: at, invalidated: { at, ...(reason === undefined ? {} : { reason }) } };
  return componentUpdated(event, ATTRIBUTE, {
    id: attributeId(event, payload['attribute_type']),
    changes: { data },
    reason: reason ?? null,
  });
};

export const attributeEventUpcasters: UpcasterChain = {
  'AttributeRecorded@1': upcaster(recorded),
  'AttributeUpdated@1': upcaster(updated),
  'AttributeInvalidated@1': upcaster(invalidated),
};
