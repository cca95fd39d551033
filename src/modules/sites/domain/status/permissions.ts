/*
What each status lets people do (with our reading of what a lapsed green keeps: rights go on only with a current
risk file of the exporter). Visiting and registering miners are always allowed and have no line here.
A hold and a status are combined: the stricter of the two counts.
*/
import type { Permission, Standing } from '../../contract.ts'

export type Allowances = Standing['allows']
export type PermissionRow =
  | 'NONE'
  | 'BLUE_PENDING'
  | 'BLUE_ACTIVE'
  | 'BLUE_LAPSED_GREEN'
  | 'BLUE_LAPSED_GREEN_WITH_RISK_FILE'
  | 'GREEN'
  | 'YELLOW'
  | 'YELLOW_OVERDUE'
  | 'RED'
  | 'HOLD'

const row = (...[allocateTags, produce, move, certify]: readonly [Permission, Permission, Permission, Permission]): Allowances => ({
  allocateTags,
  produce,
  move,
  certify,
})

/** `move` and `certify` speak of lots that were produced while the site was eligible. */
export const permissions: { readonly [name in PermissionRow]: Allowances } = {
  NONE: row('no', 'no', 'no', 'no'),
  BLUE_PENDING: row('no', 'no', 'no', 'no'),
  BLUE_ACTIVE: row('yes', 'yes', 'yes', 'yes'),
  BLUE_LAPSED_GREEN: row('no', 'no', 'review', 'review'),
  BLUE_LAPSED_GREEN_WITH_RISK_FILE: row('yes', 'yes', 'yes', 'yes'),
  GREEN: row('yes', 'yes', 'yes', 'yes'),
  YELLOW: row('yes', 'yes', 'yes', 'yes'),
  YELLOW_OVERDUE: row('no', 'no', 'review', 'review'),
  RED: row('no', 'no', 'derogation', 'derogation'),
  HOLD: row('no', 'no', 'review', 'no'),
}

const strictness: readonly Permission[] = ['yes', 'review', 'derogation', 'no']
const stricter = (one: Permission, other: Permission): Permission => (strictness.indexOf(one) >= strictness.indexOf(other) ? one : other)

const names = ['allocateTags', 'produce', 'move', 'certify'] as const
/** Whether anything is easier under the one than under the other. */
export const isLooser = (one: Allowances, than: Allowances): boolean =>
  names.some((name) => strictness.indexOf(one[name]) < strictness.indexOf(than[name]))

/** The permissions of a row, narrowed by a hold when there is one. */
export function allowancesOf(name: PermissionRow, held: boolean): Allowances {
  const base = permissions[name]
  if (!held) return base
  const hold = permissions.HOLD
  return {
    allocateTags: stricter(base.allocateTags, hold.allocateTags),
    produce: stricter(base.produce, hold.produce),
    move: stricter(base.move, hold.move),
    certify: stricter(base.certify, hold.certify),
  }
}
