import { describe, expect, it } from 'vitest';
import { samplePerson } from '../../testing/sample-persons.ts';
import { abilitiesOf, sectionsOf } from './person-model.ts';

describe('the sections of a person', () => {
  const sections = sectionsOf(samplePerson(0));

  it('hold every component exactly once', () => {
    const shown = sections.flatMap((section) => section.components.map((component) => component.componentId));
    expect(shown.toSorted()).toEqual(
      samplePerson(0)
        .components.map(({ componentId }) => componentId)
        .toSorted(),
    );
  });

  it('put the primary first and then what began last', () => {
    const work = sections.find((section) => section.group === 'work');
    expect(work?.components.map((component) => component.data['startDate'])).toEqual([
      '2019-01-03',
      '2007-01-04',
    ]);
  });

  it('keep a type that nobody knows under Other', () => {
    const other = sections.find((section) => section.group === 'other');
    expect(other?.components.map((component) => component.type)).toContain('FaxMachine');
  });
});

describe('what the lifecycle allows', () => {
  const withStatus = (lifecycle: object) =>
    ({ ...samplePerson(0), lifecycle }) as ReturnType<typeof samplePerson>;

  it('is everything but reactivation while active', () => {
    expect(abilitiesOf(withStatus({ status: 'active' }))).toMatchObject({
      rename: true,
      reactivate: false,
      because: null,
    });
  });

  it('is reactivation alone while suspended, and why', () => {
    const can = abilitiesOf(withStatus({ status: 'suspended', reason: 'x', since: 'y' }));
    expect(can).toMatchObject({ rename: false, addComponent: false, reactivate: true });
    expect(can.because).toContain('Reactivate');
  });

  it.each(['archived', 'deceased', 'merged'])('is nothing once %s', (status) => {
    const { because, ...can } = abilitiesOf(withStatus({ status }));
    expect([...new Set(Object.values(can))]).toEqual([false]);
    expect(because).not.toBeNull();
  });
});
