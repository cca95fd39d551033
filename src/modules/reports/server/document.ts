/* Makes the one description of a report from the record; its texts are the newest of each section. */
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { mustParse } from '../../../kernel/schema.ts'
import type { Who } from '../../../platform/http/who.ts'
import { ReportDocument, ReportKind, ReportSubject } from '../contract.ts'
import { KINDS } from '../domain/kinds.ts'
import { gapsOf } from '../domain/lines.ts'
import { gather } from './gather.ts'
import type { ReportHouse } from './house.ts'
import type { DraftRow, TextRow } from './store.ts'

export interface DocumentQuestion {
  readonly who: Who
  readonly now: string
  readonly draft: DraftRow
  readonly texts: readonly TextRow[]
}
export async function documentOf(house: ReportHouse, { who, now, draft, texts }: DocumentQuestion): Promise<ReportDocument> {
  const kind = mustParse(ReportKind, draft.kind)
  const subject = mustParse(ReportSubject, draft.subject)
  const period = { from: draft.from, until: draft.until }
  const record = await gather(house, { who, now, kind, period, subject, author: draft.organisation, texts })
  const sections = [...KINDS[kind].fill(record)]
  const subjectName = subject.certificate ?? record.shipments?.[0]?.lotNumber
  return mustParse(ReportDocument, {
    ...{ layout: 'chanzo-report/1', kind, number: null, version: 0, supersedes: null, author: record.authorName },
    subjectName: (KINDS[kind].about === 'shipment' ? subjectName : (subject.buyer ?? record.subjectName)) ?? null,
    ...{ subject, period, madeOn: record.today, sections, gaps: gapsOf(sections) },
  })
}
/** What a later version is compared by: everything but number, version and day. */
export const contentText = ({ sections, kind, subject, period }: ReportDocument): string =>
  canonicalJson({ kind, subject, period, sections })
