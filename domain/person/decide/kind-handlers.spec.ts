import { describe, expect, it } from 'vitest';
import { ADA, given } from '../../testing/given.ts';
import { added, componentIdOf, created, removed, updated } from '../../testing/persons.ts';
import { personCommands } from '../index.ts';

const person = { personId: ADA };
const one = { ...person, componentId: componentIdOf(1) };

describe('per-kind commands', () => {
  it('become the same events as the generic ones', () => {
    const phone = { number: '044 668 18 00', countryCode: '+41' };
    given(created())
      .when('AddPhone', { ...one, ...phone, countryCode: '0041', verified: true, tags: ['office'] })
      .thenEvents(added(1, 'PhoneNumber', { data: phone, verified: true, tags: ['office'] }));
    given(created(), added(1, 'PhoneNumber', { data: { ...phone, sms: true } }))
      .when('UpdatePhone', { ...one, sms: null, type: 'Work', primary: true, custom: { a: 'b' } })
      .thenEvents(
        updated(1, 'PhoneNumber', { data: { sms: null, type: 'Work' }, primary: true, custom: { a: 'b' } }),
      );
    given(created(), added(1, 'PhoneNumber')).when('RemovePhone', one).thenEvents(removed(1, 'PhoneNumber'));
  });

  it.each([
    ['UpdateEmail', { type: 'Work' }],
    ['UpdatePhone', { type: 'Work' }],
    ['UpdateSocialProfile', { username: 'ada' }],
    ['UpdateEmployment', { position: 'Lead' }],
    ['UpdateRelationship', { strength: 1 }],
    ['EndorseSkill', { endorserName: 'Grace' }],
    ['RemoveEmail', {}],
    ['RemoveSkill', {}],
    ['InvalidateAttribute', {}],
  ] as const)('%s refuses a component of another type', (type, fields) => {
    given(created(), added(1, 'Address'))
      .when(type, { ...one, ...fields })
      .thenRefused('component-type-mismatch', { componentId: one.componentId, actual: 'Address' });
  });

  it.each(['RemoveEmail', 'RemoveSkill'] as const)('%s refuses a component that is not there', (type) => {
    given(created()).when(type, one).thenRefused('component-missing');
  });

  it('refuse a misspelt field before anything is decided', () => {
    expect(personCommands.AddEmail.schema.safeParse({ ...person, adress: 'a@b.org' }).success).toBe(false);
    const update = { ...one, phoneNumber: '1' };
    expect(personCommands.UpdatePhone.schema.safeParse(update).success).toBe(false);
  });
});

describe('the end of an employment', () => {
  const job = { company: 'Analytical Engines', position: 'Programmer', startDate: '2020-01-01' };
  const current = added(1, 'Employment', { data: { ...job, current: true } });
  const ended = added(1, 'Employment', { data: { ...job, endDate: '2021-01-01', current: false } });

  it('makes it no longer current', () => {
    given(created(), current)
      .when('UpdateEmployment', { ...one, endDate: '2021-01-01' })
      .thenEvents(updated(1, 'Employment', { data: { endDate: '2021-01-01', current: false } }));
    given(created(), current)
      .when('UpdateComponent', { ...one, changes: { data: { endDate: '2021-01-01' } } })
      .thenPerson({
        components: [
          { componentId: one.componentId, data: { ...job, endDate: '2021-01-01', current: false } },
        ],
      });
  });

  it('may lie ahead: until then the term is as current as it was', () => {
    given(created(), current)
      .when('UpdateEmployment', { ...one, endDate: '2031-01-03' })
      .thenEvents(updated(1, 'Employment', { data: { endDate: '2031-01-03' } }));
    given(created(), added(1, 'Employment', { data: job }))
      .when('UpdateEmployment', { ...one, endDate: '2031-01-03' })
      .thenEvents(updated(1, 'Employment', { data: { endDate: '2031-01-03', current: true } }));
    given(created(), added(1, 'Employment', { data: { ...job, current: false } }))
      .when('UpdateEmployment', { ...one, endDate: '2031-01-03' })
      .thenEvents(updated(1, 'Employment', { data: { endDate: '2031-01-03' } }));
  });

  it('is past on the day that it is somewhere on earth', () => {
    const until = (endDate: string) =>
      given(created(), current).when('UpdateEmployment', { ...one, endDate }, '2024-06-01T09:59:59.999Z');
    until('2024-06-01').thenEvents(
      updated(1, 'Employment', { data: { endDate: '2024-06-01', current: false } }),
    );
    until('2024-06-02').thenEvents(updated(1, 'Employment', { data: { endDate: '2024-06-02' } }));
  });

  it('that is put off into the future makes the employment current again', () => {
    given(created(), ended)
      .when('UpdateEmployment', { ...one, endDate: '2031-01-03' })
      .thenEvents(updated(1, 'Employment', { data: { endDate: '2031-01-03', current: true } }));
    given(created(), ended)
      .when('UpdateEmployment', { ...one, endDate: '2031-01-03', current: false })
      .thenEvents(updated(1, 'Employment', { data: { endDate: '2031-01-03' } }));
  });

  it('says of a new employment too whether it is current, where that is not said', () => {
    const add = (data: object) =>
      given(created()).when('AddComponent', {
        ...one,
        componentType: 'Employment',
        data: { ...job, ...data },
      });
    const term = { endDate: '2031-01-03', current: true };
    add({ endDate: '2031-01-03', current: null }).thenEvents(
      added(1, 'Employment', { data: { ...job, ...term } }),
    );
    add({ ...term, current: false }).thenEvents(
      added(1, 'Employment', { data: { ...job, ...term, current: false } }),
    );
    add({ endDate: '2021-01-01' }).thenEvents(
      added(1, 'Employment', { data: { ...job, endDate: '2021-01-01', current: false } }),
    );
    add({}).thenEvents(added(1, 'Employment', { data: job }));
  });

  it('is refused before the start', () => {
    given(created(), current)
      .when('UpdateEmployment', { ...one, endDate: '2019-12-31' })
      .thenRefused('end-before-start', {
        issues: [{ path: 'endDate', message: 'The end must not be before 2020-01-01' }],
      });
    given(created())
      .when('AddEmployment', { ...one, ...job, endDate: '2019-12-31' })
      .thenRefused('end-before-start');
  });

  it('can be taken away again, and with it that the employment is over', () => {
    given(created(), ended)
      .when('UpdateEmployment', { ...one, endDate: null })
      .thenEvents(updated(1, 'Employment', { data: { endDate: null, current: null } }));
    given(created(), current)
      .when('UpdateEmployment', { ...one, endDate: null })
      .thenNothing();
  });

  it('leaves a term current that was said to be, when its end is said again or taken away', () => {
    const term = added(1, 'Employment', { data: { ...job, endDate: '2031-01-03', current: true } });
    given(created(), term)
      .when('UpdateEmployment', { ...one, endDate: '2031-01-03' })
      .thenNothing();
    given(created(), term)
      .when('UpdateEmployment', { ...one, endDate: null })
      .thenEvents(updated(1, 'Employment', { data: { endDate: null } }));
  });

  it('says nothing new where it is the same', () => {
    given(created(), ended)
      .when('UpdateEmployment', { ...one, endDate: '2021-01-01' })
      .thenNothing();
  });
});
