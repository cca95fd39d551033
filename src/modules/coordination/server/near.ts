/*
Whether somebody may keep or preside a committee: only where they work. A secretariat of one province writes nothing in another, holds no fund there and locks no minutes; reading is not
bound to a place, nor is what a body does for its own seat. Of a committee that nobody knows it says nothing: that is for the decision to refuse.
*/
import { foldEvents } from '../../../kernel/decider.ts'
import { type Outcome, refused } from '../../../kernel/outcome.ts'
import { mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Door } from '../../../platform/http/route.ts'
import type { Receipt } from '../../../platform/log/receipt.ts'
import { type Territory, covers } from '../../people/contract.ts'
import { committeeDecider } from '../domain/committee.ts'
import { CommitteeActs } from './acts.ts'
import type { CoordinationDoors } from './doors.ts'
import { type RecordKind, listRecords } from './store-coordination.ts'

type Places = Pick<CoordinationDoors, 'places'>
interface Works {
  readonly tenant: string
  readonly territory: Territory
}
export interface Of {
  readonly of: RecordKind
  readonly id: string
}
export async function isNear(tx: Tx, doors: Places, { of, id, ...works }: Works & Of): Promise<boolean> {
  const [row] = await listRecords(tx, works.tenant, { of, id })
  if (of !== 'committee') return row === undefined || isNear(tx, doors, { ...works, of: 'committee', id: row.committee })
  const committee = row === undefined ? null : foldEvents(committeeDecider, mustParse(CommitteeActs, row.acts))
  return committee === null || isAreaNear(tx, doors, { ...works, area: committee.founded.area })
}
/** An area of either level. */
export async function isAreaNear(
  tx: Tx,
  { places }: Places,
  { tenant, territory, area }: Works & { readonly area: string },
): Promise<boolean> {
  const territoire = (await places.listAreas(tx, 'territoire', tenant)).find((one) => one.code === area)
  return covers(territory, territoire ? { province: territoire.parent ?? null, territoire: area } : { province: area, territoire: null })
}
interface Asking {
  readonly door: Pick<Door, 'read'>
  readonly tenant: string
  readonly who: Pick<Works, 'territory'>
}
/** Refusals: `outside-your-territory`. */
export async function ifNear(
  doors: Places,
  { door, tenant, who: { territory } }: Asking,
  { where, act }: { readonly where: Of | { readonly area: string }; readonly act: () => Promise<Outcome<Receipt>> },
): Promise<Outcome<Receipt>> {
  const near = await door.read((tx) =>
    'area' in where ? isAreaNear(tx, doors, { tenant, territory, ...where }) : isNear(tx, doors, { tenant, territory, ...where }),
  )
  return near ? act() : refused('outside-your-territory')
}
