/* Days, holds and opened glass of all cases of a body, for who protects its data. What a case is about, and of whom, is in no field; the look is kept. */
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { type ProtectedCase, ProtectedCases } from '../../contract-protection.ts'
import { dueDaysOf } from '../../domain/file/file-context.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import type { RetentionRules } from '../../domain/retention/schedule.ts'
import { isHeld } from '../../domain/retention/shredding.ts'
import type { CaseDoors } from '../file/doors.ts'
import { asProgram } from '../record/records.ts'
import { seenRoute } from '../record/view-log.ts'
import { casesOf, countKeptKeys } from './store-tallies.ts'

export const protectionRoutes = (doors: CaseDoors): readonly Route[] => [
  seenRoute({
    path: '/api/cases/protected',
    summary: 'Of every case of one’s organisation how long it is kept, what holds it, and glass that was broken; no content of any',
    allow: can('cases.protect-data'),
    answer: ProtectedCases,
    look: async ({ tx, who, tenant, now }) => {
      await asProgram(tx)
      const today = todayAt(now)
      const { rules } = await doors.rules.at(tx, tenant, now)(who.organisation)
      const cases: ProtectedCase[] = []
      for await (const { id, whole } of doors.records.each(tx, tenant, await casesOf(tx, tenant, who.organisation ?? '')))
        cases.push(daysOf(id, whole, { today, retention: rules.retention }))
      const answer = { cases, keptKeys: await countKeptKeys(tx, tenant), asOf: now, today }
      const viewed = { cases: cases.map((one) => asId('case', one.case)), what: 'board' as const, purpose: 'protection-of-data' as const }
      return accepted({ answer, viewed })
    },
  }),
]

function daysOf(
  id: string,
  whole: CaseWhole,
  { today, retention: rules }: { readonly today: string; readonly retention: RetentionRules },
): ProtectedCase {
  const { file, retention, access } = whole
  return {
    ...{
      case: id,
      subject: file.subject ?? '',
      state: file.standing.at ?? 'draft',
      ...dueDaysOf(whole, rules),
      isHeld: isHeld(retention, today),
    },
    holds: [...retention.holds].flatMap(([hold, { by, until, isLifted }]) => (isLifted ? [] : [{ hold, by: asId('account', by), until }])),
    glass: [...access.broken].map(([request, { by, ground, state, askedAt, until }]) => ({ request, by, ground, state, askedAt, until })),
  }
}
