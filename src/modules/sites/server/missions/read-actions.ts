/* What is to be put right, at all sites that the asker may see: soonest due first, one page. */
import { todayAt } from '../../../../kernel/calendar.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { ActionList } from '../../domain/missions/mission-answers.ts'
import { outsideOf } from '../../domain/register/territory.ts'
import { type pageOf, slice } from '../questions.ts'
import { siteRowsById } from '../register/store-register.ts'
import { shownAction } from './read-inspection.ts'
import { listActionRows } from './store-actions.ts'

export async function readActionList(
  tx: Tx,
  tenant: string,
  asked: {
    readonly who: Who
    readonly now: string
    readonly query: { readonly all?: boolean | undefined; readonly site?: string | undefined; readonly asOf?: string | undefined }
    readonly page: ReturnType<typeof pageOf>
  },
): Promise<ActionList> {
  const { who, query, page } = asked
  const today = query.asOf ?? todayAt(asked.now)
  const rows = await listActionRows(tx, tenant, { site: query.site, open: query.all !== true })
  const sites = new Map((await siteRowsById(tx, tenant, [...new Set(rows.map((row) => row.site_id))])).map((row) => [row.id, row]))
  const near = rows.flatMap((row) => {
    const site = sites.get(row.site_id)
    if (!site || outsideOf(who.territory, { province: site.province_code, territoire: site.territoire_code }) !== null) return []
    const shown = shownAction(row, { today, cleared: who.capabilities.has('sites.exact-position') })
    return [{ ...shown, site: asId('site', site.id), name: site.name, nationalId: site.national_id }]
  })
  return {
    asOf: today,
    total: near.length,
    overdue: near.filter((one) => one.phase === 'overdue').length,
    actions: slice(near, page),
  }
}
