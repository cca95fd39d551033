/*
Who answers for certificates in a country programme (tenant), as data. The identifier stands in every code and in the key list.
*/
export interface Issuer {
  /** ISO 3166-1 alpha-2; begins every certificate number. */
  readonly country: string
  /** `iss` of the code, at most 40 characters. */
  readonly id: string
  /** As it stands in the signed lists. */
  readonly name: string
  readonly names: { readonly fr: string; readonly en: string }
}

const issuers: { readonly [tenant: string]: Issuer } = {
  cd: {
    ...{ country: 'CD', id: 'CD-CEEC', name: 'CEEC (République démocratique du Congo)' },
    names: { fr: 'CEEC (République démocratique du Congo)', en: 'CEEC (Democratic Republic of the Congo)' },
  },
}

/** The issuer of a tenant; one that has no entry issues under its own country code. */
export function issuerOf(tenant: string): Issuer {
  const country = tenant.slice(0, 2).toUpperCase()
  return issuers[tenant] ?? { country, id: `${country}-ISSUER`, name: country, names: { fr: country, en: country } }
}
