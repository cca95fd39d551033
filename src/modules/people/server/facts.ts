/*
Facts that the decisions about people need, read in the transaction that decides: known areas and organisations, other
administrators, what a one-time secret opens.
*/
import { asId } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { PlacesDoor } from '../../places/contract.ts'
import type { Territory } from '../contract.ts'
import type { AccountCommand, AccountContext } from '../domain/account.ts'
import type { EnrolmentOffer } from '../domain/device.ts'
import { tokenHash } from './token-hash.ts'
import { countOtherAdministrators, findAccount, listOrganisationRows } from './store.ts'
import { findEnrolment } from './store-enrolment.ts'

export type Areas = Pick<PlacesDoor<Tx>, 'listAreas'>

/** Every area that a tenant knows, with its province (`null` for a province). */
export async function areaParents(tx: Tx, places: Areas, tenant: string): Promise<{ readonly [code: string]: string | null }> {
  const provinces = await places.listAreas(tx, 'province', tenant)
  const territoires = await places.listAreas(tx, 'territoire', tenant)
  return Object.fromEntries([...provinces.map((area) => [area.code, null]), ...territoires.map((area) => [area.code, area.parent ?? null])])
}

export interface AreaOf {
  readonly tenant: string
  readonly area: string | null | undefined
}
export async function isAreaKnown(tx: Tx, places: Areas, { tenant, area }: AreaOf): Promise<boolean> {
  return area === null || area === undefined || Object.hasOwn(await areaParents(tx, places, tenant), area)
}

export interface AboutAccount {
  readonly tenant: string
  readonly account: string
  readonly command: AccountCommand
  readonly asker: { readonly account: string; readonly territory: Territory }
  readonly places: Areas
}
export async function accountContext(tx: Tx, { tenant, account, command, asker, places }: AboutAccount): Promise<AccountContext> {
  const organisation = command.type === 'register' ? command.organisation : null
  return {
    isSelf: asker.account === account,
    organisationKnown: organisation === null || (await listOrganisationRows(tx, tenant, { ids: [organisation] })).length === 1,
    actorTerritory: asker.territory,
    parents: await areaParents(tx, places, tenant),
    otherAdministrators: await countOtherAdministrators(tx, tenant, account),
  }
}

/** What a one-time secret opens, with the owner's account as it stands now. */
export async function findOffer(tx: Tx, tenant: string, secret: string): Promise<EnrolmentOffer | null> {
  const row = await findEnrolment(tx, tenant, tokenHash(secret))
  if (!row) return null
  const owner = await findAccount(tx, tenant, row.account)
  return {
    id: asId('enrolment', row.id),
    account: asId('account', row.account),
    role: row.role,
    territory: row.territory,
    offeredBy: row.createdBy,
    expiresAt: row.expiresAt,
    used: row.used,
    accountOpen: owner !== null && owner.closedAt === null,
    roleHeld: owner?.roles.includes(row.role) ?? false,
  }
}
