/* Tracing for whoever stands at the server's own terminal: every lot, exact places, answered by the record. */
import { todayAt } from '../../../../kernel/calendar.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LotComposition, SiteImpact, Touched } from '../../contract-tracing.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { CustodyDoors } from '../doors.ts'
import { findLotIdByNumber } from '../lots/store-lot-reads.ts'
import { type Reader, compositionAnswer } from './composition-answer.ts'
import { impactAnswer, touchedAnswer } from './impact-answer.ts'
import type { TouchQuestion } from './store-touched.ts'

export interface DeskQuestion {
  readonly tenant: string
  readonly now: string
  readonly since?: string | undefined
  readonly asOf?: string | undefined
}
export interface TraceDesk {
  /** By the number of the lot. */
  readonly lot: (tx: Tx, number: string, question: DeskQuestion) => Promise<Infer<typeof LotComposition> | null>
  /** By the number in the register, the name, or the identifier of the site. */
  readonly site: (tx: Tx, word: string, question: DeskQuestion) => Promise<Infer<typeof SiteImpact> | null>
  readonly touched: (tx: Tx, what: TouchQuestion, question: DeskQuestion) => Promise<Infer<typeof Touched>>
}

export function createTraceDesk(doors: CustodyDoors): TraceDesk {
  const readerOf = (tx: Tx, { tenant, now }: DeskQuestion): Reader => ({
    ...{ tx, tenant, now, doors, room: { current: null }, sight: { of: 'everything' }, precision: 'exact', today: todayAt(now) },
  })
  return {
    lot: async (tx, number, question) => {
      const lot = await findLotIdByNumber(tx, question.tenant, number.trim())
      return lot === null ? null : compositionAnswer(readerOf(tx, question), asId('lot', lot), question.asOf)
    },
    site: async (tx, word, question) => {
      const { tenant, now } = question
      const all = await doors.sites.overview(tx, tenant, { asOf: todayAt(now), knownAt: now, precision: 'exact' })
      const wanted = word.trim().toLowerCase()
      const found = all.filter((site) => [site.id, site.nationalId, site.name].some((one) => one.toLowerCase() === wanted))
      return found.length === 1 && found[0] ? impactAnswer(readerOf(tx, question), found[0].id, question) : null
    },
    touched: (tx, what, question) => touchedAnswer(readerOf(tx, question), what, question),
  }
}
