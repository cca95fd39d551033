/*
What remains of a case when nobody can be found in it any more. Each field is named here on purpose; whatever is added to a case later does not slip
into it. The statistics still count one.
*/
import type { CaseFile } from '../case/case-file.ts'
import { isYes } from '../statistics/consented.ts'
import { type AnonymousFacts, quarterOf } from './shredding.ts'

export interface CodedSubject {
  readonly ageBand: string
  readonly gender: string
}
/** `null` for a case that never began. */
export function anonymousFactsOf(file: CaseFile, subject: CodedSubject): AnonymousFacts | null {
  const { standing, type, openedAt, closedAt, closureReason, provinceCode, plan } = file
  if (type === null || openedAt === null || standing.at === null) return null
  const done = [...plan.services].flatMap(([service, status]) => (status === 'done' ? (plan.serviceTypes.get(service) ?? []) : []))
  return {
    ...{ type, endedAs: standing.at, ageBand: subject.ageBand, gender: subject.gender, provinceCode, closureReason },
    openedIn: quarterOf(openedAt.slice(0, 10)),
    closedIn: closedAt === null ? null : quarterOf(closedAt.slice(0, 10)),
    services: done.toSorted(),
    referrals: [...file.referrals.values()].filter((one) => one.basis !== null).length,
    mayLeave: isYes(file.consents, 'non-identifiable-statistics'),
  }
}
