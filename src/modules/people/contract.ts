/*
People: organisations, accounts, roles as data, devices. Other modules see an account as an identifier with roles, an
organisation and a territory, never as a name: names stay in this module's own table.
*/
import { type Id, type Infer, id, oneOf } from '../../kernel/schema.ts'

export const AccountId = id('account')
export type AccountId = Id<'account'>
export const OrganisationId = id('organisation')
export type OrganisationId = Id<'organisation'>
export const DeviceId = id('device')
export type DeviceId = Id<'device'>

export const OrganisationKind = oneOf(
  'ministry',
  'provincial-division',
  'saemape',
  'ceec',
  'cadastre',
  'mines-police',
  'cooperative',
  'trader',
  'processor',
  'exporter',
  'concession-holder',
  'scheme-operator',
  'ngo',
  'civil-society',
  'private-sector',
  'un',
  'committee',
  'auditor',
  'importer',
  'platform',
)
export type OrganisationKind = Infer<typeof OrganisationKind>

export interface OrganisationBrief {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
  /** P-code of the province or territoire it works in; `null` for a national body. */
  readonly area: string | null
}

/** Where somebody may act: everywhere, or in areas named by p-code (a province covers its territoires). */
export type Territory = 'everywhere' | readonly string[]

/** P-codes of the computed place of a thing; `null` where no boundary covers it. */
export interface PlaceCodes {
  readonly province: string | null
  readonly territoire: string | null
}

/**
 * Whether a territory covers a place: the one rule for every module. A thing whose place is unknown lies outside every limited
 * territory: whoever may act in one province may not act on what could be anywhere.
 */
export function covers(territory: Territory, place: PlaceCodes): boolean {
  if (territory === 'everywhere') return true
  return [place.province, place.territoire].some((code) => code !== null && territory.includes(code))
}

/** What other modules may ask of people. `tenant` where the question is about an event or a row of a tenant; else that of the server. */
export interface PeopleDoor<Tx> {
  readonly organisations: (tx: Tx, ids: readonly OrganisationId[], tenant?: string) => Promise<readonly OrganisationBrief[]>
  readonly listOrganisations: (tx: Tx, kind?: OrganisationKind, tenant?: string) => Promise<readonly OrganisationBrief[]>
}
