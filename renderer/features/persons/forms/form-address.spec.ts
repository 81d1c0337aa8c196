import { describe, expect, it } from 'vitest';
import { parseFormSearch, withoutForm } from './form-address.ts';

const person = '01920000-0000-7000-8000-000000000000';

describe('an open form in the address', () => {
  it('is kept with what it is about', () => {
    expect(parseFormSearch({ form: 'rename', person, q: 'x' })).toEqual({ form: 'rename', person });
  });

  it('is dropped where it is unknown or nobody is named', () => {
    expect(parseFormSearch({ form: 'rename' })).toEqual({});
    expect(parseFormSearch({ form: 'rename', person: 'somebody' })).toEqual({});
    expect(parseFormSearch({ form: 'explode', person })).toEqual({ person });
  });

  it('closes without touching the page beneath', () => {
    expect(withoutForm({ form: 'create', q: 'ada', status: 'active' })).toEqual({
      q: 'ada',
      status: 'active',
    });
  });
});
