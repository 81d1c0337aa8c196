import { z } from 'zod';
import type { JsonObject } from '../fields/json.ts';
import { number } from '../fields/number.ts';
import { letterCode, line } from '../fields/text.ts';
import { defineComponentType, joined, textIn, withDetail } from './component-type.ts';
import { rule } from './rules.ts';

export const addressTypeSchema = z.enum(['Home', 'Work', 'Office', 'Billing', 'Shipping', 'Other']);

function degrees(limit: number, title: string) {
  const message = `Must be ${-limit} to ${limit} degrees`;
  return number().min(-limit, message).max(limit, message).meta({ title });
}

export const coordinatesSchema = z.strictObject({
  latitude: degrees(90, 'Latitude'),
  longitude: degrees(180, 'Longitude'),
});

interface Place {
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly postalCode?: string | undefined;
}

const saysWhere = rule<Place>((data) =>
  (data.street ?? data.city ?? data.postalCode) === undefined
    ? { path: ['street'], message: 'Enter at least a street, a city or a postal code' }
    : null,
);

/** Where the postal code is written behind the town, as in `Seattle, WA, 98101`; before it everywhere else. */
const CODE_LAST = new Set(['AU', 'BR', 'CA', 'GB', 'IE', 'IN', 'NZ', 'US', 'ZA']);

function townOf(data: JsonObject): readonly string[] {
  const isLast = CODE_LAST.has(textIn(data, 'country') ?? '');
  return isLast ? ['city', 'region', 'postalCode'] : ['postalCode', 'city', 'region'];
}

export const addressType = defineComponentType({
  title: 'Address',
  description: 'A postal address, with coordinates where they are known.',
  group: 'place',
  schema: z
    .strictObject({
      type: addressTypeSchema.optional().meta({ title: 'Kind' }),
      street: line(500).optional().meta({ title: 'Street' }),
      unit: line().optional().meta({ title: 'Suite, floor' }),
      building: line().optional().meta({ title: 'Building' }),
      city: line().optional().meta({ title: 'City' }),
      region: line().optional().meta({ title: 'State, region' }),
      postalCode: line(20).optional().meta({ title: 'Postal code' }),
      country: letterCode(2, 'Must be a country code of two letters, like CH').meta({
        title: 'Country',
        description: 'Its code of two letters, like CH',
      }),
      coordinates: coordinatesSchema.optional().meta({ title: 'Coordinates' }),
    })
    .superRefine(saysWhere),
  label: (data) =>
    withDetail(
      joined(['street', 'unit', ...townOf(data), 'country'].map((field) => textIn(data, field))),
      textIn(data, 'type')?.toLowerCase(),
    ),
  example: {
    type: 'Home',
    street: "12 St James's Square",
    city: 'London',
    postalCode: 'SW1Y 4JH',
    country: 'GB',
    coordinates: { latitude: 51.5074, longitude: -0.1353 },
  },
});
