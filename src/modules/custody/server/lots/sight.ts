/*
Which lots somebody sees, found out once per request: all of them, those that are or were of an organisation, or those that come
from a territory. It decides by the same rule as a decision about a lot does.
*/
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { OrganisationKind, PeopleDoor } from '../../../people/contract.ts'
import { type Reach, reachOf } from '../../domain/lots/reach.ts'
import type { CustodyDoors } from '../doors.ts'
import type { Sight } from './store-sight.ts'

type Watcher = Pick<Who, 'organisation' | 'capabilities' | 'territory'>

export const oversees = (who: Pick<Who, 'capabilities'>): boolean => who.capabilities.has('custody.oversee')

/** The reach of somebody who acts for this organisation, looked up among people. */
export async function reachFor(
  tx: Tx,
  people: PeopleDoor<Tx>,
  { tenant, organisation, oversees: may }: { readonly tenant: string; readonly organisation: string | null; readonly oversees: boolean },
): Promise<Reach> {
  const found = organisation === null ? [] : await people.organisations(tx, [asId('organisation', organisation)], tenant)
  const kind: OrganisationKind | null = found[0]?.kind ?? null
  return reachOf({ kind, oversees: may })
}

export async function sightOf(
  tx: Tx,
  { tenant, doors }: { readonly tenant: string; readonly doors: CustodyDoors },
  who: Watcher,
): Promise<Sight> {
  const { organisation, territory } = who
  const reach = await reachFor(tx, doors.people, { tenant, organisation, oversees: oversees(who) })
  if (reach === 'own-lots') return { of: 'organisation', organisation }
  return territory === 'everywhere' ? { of: 'everything' } : { of: 'sites', sites: await doors.sites.within(tx, territory, tenant) }
}
