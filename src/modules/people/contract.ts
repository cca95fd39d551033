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
  'peace-secretariat',
  'donor',
  'auditor',
  'importer',
  'platform',
  'protection-ngo',
  'shelter',
  'health-service',
  'legal-aid',
  'prosecution',
  'anti-trafficking-agency',
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

/** Accounts that open files of persons: whether the undertaking of confidentiality holds today. */
export interface AccountCareDoor<Tx> {
  /** Whether an account with these rights opens files, and so has something to sign. */
  readonly opensFiles: (capabilities: ReadonlySet<string>) => boolean
  /** Whether the second factor is on, or is not asked of this account. */
  readonly isFactorMet: (
    tx: Tx,
    tenant: string,
    who: { readonly account: string; readonly organisation: string | null; readonly capabilities: ReadonlySet<string> },
  ) => Promise<boolean>
  readonly isUndertakingSigned: (tx: Tx, tenant: string, asked: { readonly account: string; readonly today: string }) => Promise<boolean>
}

/** What accounts were trained in, as somebody else noted it. */
export interface TrainingDoor<Tx> {
  readonly isNeeded: (capabilities: ReadonlySet<string>) => boolean
  /** `valid`; `run-out` counts for thirty days yet; `over` and `none` (nobody noted any) do not count. */
  readonly statesOf: (
    tx: Tx,
    tenant: string,
    asked: { readonly account: string; readonly today: string },
  ) => Promise<ReadonlyMap<string, 'none' | 'valid' | 'run-out' | 'over'>>
}

/** Offices that were shut in danger: nothing of theirs goes out while they are. */
export interface OfficesDoor<Tx> {
  readonly isLockedDown: (tx: Tx, tenant: string, organisation: string | null) => Promise<boolean>
  /** Those that are shut now, each with the moment when it was. */
  readonly lockedNow: (tx: Tx, tenant: string) => Promise<readonly { readonly organisation: string; readonly since: string }[]>
}

/** An enrolled telephone with what is true of its owner now. */
export interface DeviceBrief {
  readonly id: DeviceId
  readonly account: AccountId
  readonly organisation: OrganisationId | null
  readonly role: string
  readonly capabilities: ReadonlySet<string>
  /** As enrolled, less what the account no longer holds. */
  readonly territory: Territory
  readonly language: 'fr' | 'en'
  /** Raw Ed25519 public key, 32 bytes, in base64. */
  readonly publicKey: string
  readonly enrolledBy: string
  readonly enrolledAt: string
  readonly revokedAt: string | null
  readonly revokedReason: string | null
  /** Why nothing of it is taken without a supervisor; `null` while all is well. */
  readonly shut: 'device-removed' | 'account-closed' | 'device-role-withdrawn' | 'office-locked-down' | 'account-at-rest' | null
}
/** Who asks about devices. */
export interface DeviceAsker {
  readonly tenant: string
  readonly account: string
  readonly organisation: string | null
  readonly capabilities: ReadonlySet<string>
  readonly territory: Territory
}
/** What field work asks of people: whose telephone it is, what its owner may, and which ones somebody may see. */
export interface DevicesDoor<Tx> {
  /** Those of the ids that were ever enrolled. */
  readonly byId: (tx: Tx, tenant: string, ids: readonly string[]) => Promise<readonly DeviceBrief[]>
  /** One's own, those one enrolled, those of the own organisation for who oversees the field, all for who manages people. */
  readonly seenBy: (tx: Tx, who: DeviceAsker) => Promise<readonly DeviceBrief[]>
}
