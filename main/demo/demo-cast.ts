import type { DemoStep } from './demo-life.ts';
import { LONG_LIFE } from './demo-long-life.ts';
import { born, email, type Part, type Scene, western } from './demo-part.ts';
import { UNUSUAL_NAMES } from './demo-unusual-names.ts';

export interface CastIds {
  /** The same id for the same name, every time. */
  readonly named: (name: string) => string;
}

const NADIA = 'Nadia Ferreira';
const TOMAS = 'Tomás Rivera';
const FORM = 'Registration form';

/** Two records of one person: one pair waits to be found, the other was merged. */
const twins: readonly Part[] = [
  {
    key: 'jonathan',
    name: western(['Jonathan'], ['Pryce-Webb']),
    from: 212,
    source: 'HR import',
    scenes: [
      born(212.1, '1984-03-17'),
      email(213, 'jonathan.pryce@example.org'),
      [214, 'AddPhone', { number: '117 496 0142', countryCode: '+44', type: 'Mobile', primary: true }],
      [230, 'AddEmployment', { company: 'Meridian Health', position: 'Counsel', current: true }],
    ],
  },
  {
    key: 'jonathan-again',
    name: western(['Jonathan'], ['Pryce Webb']),
    from: 668,
    source: FORM,
    scenes: [
      born(668.1, '1984-03-17'),
      email(668.2, 'jonathan.pryce@example.org'),
      [668.3, 'AddSkill', { name: 'Negotiation', proficiency: 'Advanced' }],
    ],
  },
  {
    key: 'annika',
    name: western(['Annika'], ['Sørbye']),
    from: 188,
    scenes: [born(188.1, '1990-09-02'), email(189, 'annika.sorbye@example.org')],
  },
  {
    key: 'annika-again',
    name: western(['Anika'], ['Sorbye']),
    from: 640,
    source: FORM,
    scenes: [
      born(640.1, '1990-09-02'),
      email(640.2, 'annika.sorbye@example.org'),
      [655, 'MergePersons', { targetId: '@annika', reason: 'DuplicateIdentity' }, NADIA],
    ],
  },
];

/** What can become of somebody. */
const fates: readonly Part[] = [
  {
    key: 'tobias',
    name: western(['Tobias'], ['Lindqvist']),
    from: 320,
    scenes: [
      email(320.2, 'tobias.lindqvist@example.org'),
      [
        690,
        'DeactivatePerson',
        { reason: 'The passport that was shown bears another date of birth. Ask for a certified copy.' },
        NADIA,
      ],
    ],
  },
  {
    key: 'harold',
    name: western(['Harold', 'James'], ['Whitcombe']),
    from: 64,
    scenes: [
      born(64.1, '1941-05-30'),
      email(65, 'harold.whitcombe@example.org'),
      [120, 'AddEmployment', { company: 'Copper & Pine', position: 'Director', current: false }],
      [410, 'RecordDeath', { dateOfDeath: '2024-06-14' }, TOMAS],
    ],
  },
  {
    key: 'priya',
    name: western(['Priya'], ['Raman']),
    from: 150,
    scenes: [
      email(150.1, 'priya.raman@example.org'),
      [
        151,
        'AddComponent',
        {
          componentId: '@priya-post',
          componentType: 'Employment',
          data: { company: 'Meridian Health', position: 'Nurse', startDate: '2021-02-01', current: true },
          primary: true,
        },
      ],
      [
        712,
        'UpdateEmployment',
        { componentId: '@priya-post', position: 'Head of nursing', reason: 'Appointed by the board' },
        NADIA,
      ],
      // Typed on what stood there before: what came in between is undone without anybody meaning to.
      [
        712.004,
        'UpdateEmployment',
        { componentId: '@priya-post', position: 'Nurse', department: 'Cardiology', reason: 'Ward moved' },
        TOMAS,
      ],
      [
        713.1,
        'UpdateEmployment',
        {
          componentId: '@priya-post',
          position: 'Head of nursing',
          reason:
            'The ward’s form had been opened before the appointment. Both are right: head, in cardiology.',
        },
        NADIA,
      ],
    ],
  },
];

const parts: readonly Part[] = [...LONG_LIFE, ...twins, ...fates, ...UNUSUAL_NAMES];

/** How many persons the cast is. */
export const CAST = parts.length;

/** `@name` stands for an id. */
function resolved(data: Scene[2], { named }: CastIds): Record<string, unknown> {
  const entries = Object.entries(data).map(([key, value]) => [
    key,
    typeof value === 'string' && value.startsWith('@') ? named(value.slice(1)) : value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

export function castSteps(ids: CastIds): DemoStep[] {
  return parts.flatMap(({ key, name, from, source = 'Console', scenes }) => {
    const all: readonly Scene[] = [[from, 'CreatePerson', { name, source }], ...scenes];
    return all.map(([day, type, data, by]) => ({
      day,
      type,
      data: { personId: ids.named(key), ...resolved(data, ids) },
      ...(by === undefined ? {} : { by }),
    }));
  });
}
