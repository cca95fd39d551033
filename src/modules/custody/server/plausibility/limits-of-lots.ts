/* The limits of weight that hold for lots, in the transaction that decides about them. */
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { commonPlace, limitedRules, limitsAt } from '../../domain/plausibility/limits.ts'
import type { WeightLimits } from '../../domain/plausibility/tolerances.ts'
import type { CustodyDoors } from '../doors.ts'
import { setThresholds } from './set-thresholds.ts'
import { listThresholdChanges } from './store-ledger.ts'

/** Undefined where nobody set anything: the defaults hold. `unknown`: some of the goods come from no known site. */
export async function limitsOfSites(
  tx: Tx,
  { tenant, doors }: { readonly tenant: string; readonly doors: Pick<CustodyDoors, 'sites'> },
  roots: { readonly sites: readonly string[]; readonly unknown: boolean },
): Promise<WeightLimits | undefined> {
  const changes = await listThresholdChanges(tx, tenant, limitedRules)
  if (changes.length === 0) return undefined
  const ids = [...new Set(roots.sites)].map((site) => asId('site', site))
  const briefs = new Map((await doors.sites.briefs(tx, ids, tenant)).map((one) => [one.id, one]))
  const places = ids.map((id) => {
    const brief = briefs.get(id)
    return { site: id, territoireCode: brief?.territoireCode ?? null, provinceCode: brief?.provinceCode ?? null }
  })
  return limitsAt(setThresholds(changes), commonPlace(roots.unknown ? [...places, undefined] : places))
}
