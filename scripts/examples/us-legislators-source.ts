/** The source's shapes, as far as they are used. Dates are `YYYY-MM-DD`. */
export interface Term {
  readonly type: 'rep' | 'sen';
  readonly start: string;
  readonly end: string;
  readonly state: string;
  readonly party: string;
  readonly url?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly office?: string;
  readonly contact_form?: string;
}

export interface DistrictOffice {
  readonly id: string;
  readonly address?: string;
  readonly suite?: string | number;
  readonly building?: string;
  readonly city: string;
  readonly state: string;
  readonly zip?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly phone?: string;
  readonly fax?: string;
  readonly hours?: string;
}

export interface Legislator {
  readonly id: string;
  readonly name: {
    readonly first: string;
    readonly middle?: string;
    readonly last: string;
    readonly suffix?: string;
    readonly nickname?: string;
    readonly official_full?: string;
  };
  readonly bio: { readonly birthday: string; readonly gender: 'F' | 'M' };
  readonly terms: readonly Term[];
  readonly leadership_roles: readonly {
    readonly title: string;
    readonly chamber: string;
    readonly start: string;
    readonly end?: string;
  }[];
  readonly social: Readonly<Record<string, string | number>>;
  readonly offices: readonly DistrictOffice[];
  readonly family: readonly { readonly name: string; readonly relation: string }[];
}
