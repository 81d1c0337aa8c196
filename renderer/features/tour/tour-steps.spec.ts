import { describe, expect, it } from 'vitest';
import { tourSteps } from './tour-steps.ts';

const person = { personId: 'p', name: 'Margaret Ellison Hart', version: 24 };
const twin = { personId: 't', name: 'Jonathan Pryce-Webb' };

describe('the tour', () => {
  it('has eight steps where there is somebody for each', () => {
    const steps = tourSteps({ person, twin });
    expect(steps).toHaveLength(8);
    expect(steps.map(({ to }) => to)).toEqual([
      '/persons',
      '/persons',
      '/persons/p',
      '/persons/p?asOf=12',
      '/persons/t',
      '/log',
      '/maintenance',
      '/persons',
    ]);
    expect(steps[2]?.text).toContain('Margaret Ellison Hart');
  });

  it('shows an empty console what would be there', () => {
    const steps = tourSteps({ person: null, twin: null });
    expect(steps).toHaveLength(6);
    expect(steps[0]?.text).toContain('creates the first one');
    expect(steps[2]?.text).toContain('At the moment there are none');
  });

  it('does not look back where there is nothing to look back to', () => {
    expect(tourSteps({ person: { ...person, version: 1 }, twin })).toHaveLength(7);
  });
});
