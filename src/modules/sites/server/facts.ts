/*
Gathers what a decision must know beyond its own subject, in the transaction that decides. The tenant's head is held meanwhile, so
nothing read here can change before the decision is written. It decides nothing.
*/
import { asId } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Moment } from '../../../platform/log/aggregate.ts'
import type { Speaker } from '../domain/missions/team.ts'
import { outsideOf } from '../domain/register/territory.ts'
import type { SitesDoors } from './register/place-of-site.ts'
import type { SiteTableRow } from './register/store-register.ts'

type Territory = 'everywhere' | readonly string[]
export interface Asking {
  readonly tx: Tx
  readonly tenant: string
  readonly doors: SitesDoors
  readonly moment: Moment
  readonly territory: Territory
}

export const outsideRow = (territory: Territory, row: SiteTableRow) =>
  outsideOf(territory, { province: row.province_code, territoire: row.territoire_code })

export async function speakerOf({ tx, doors, moment }: Asking): Promise<Speaker> {
  const { account, organisation } = moment.actor
  const [found] = organisation === null ? [] : await doors.people.organisations(tx, [asId('organisation', organisation)])
  return { account, organisation: found ? { id: found.id, kind: found.kind } : null }
}
