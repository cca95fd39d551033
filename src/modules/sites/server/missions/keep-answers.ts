/*
Answers of a form become three things at once: the answers as they were sent, findings by criterion, and a visit of the site with what
was seen there. The visit is an observation of the joint team under the name of the body that sent it.
*/
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { SiteVisited } from '../../contract-observations.ts'
import { inspectionCode } from '../../domain/missions/inspection-code.ts'
import type { AnswersRecorded } from '../../domain/missions/inspection-words.ts'
import { armedInterferenceIn } from '../../domain/register/interference.ts'
import { insertVisit } from '../register/store-observations.ts'
import { insertAnswers, replaceEarlierVisits } from './store-answers.ts'
import { type InspectionRow, findInspectionRow, insertFindings } from './store-inspections.ts'

const REPLACED = 'remplacée par des réponses plus récentes du même membre'

export async function keepAnswers(tx: Tx, event: StoredEvent<AnswersRecorded>): Promise<void> {
  const { tenant, payload } = event
  const inspection = subjectId(event.subject)
  const { by, form, instance, xml, values, files, unread, findings, said, marks, signals, amends } = payload
  const row = {
    ...{ inspection_id: inspection, event_version: event.subjectVersion, event_id: event.id, event_kind: event.kind },
    ...{ event_position: event.position, by_body: by, form, instance, said, marks },
    content: { xml, values, files, unread, ...(signals ? { signals } : {}), ...(amends ? { amends } : {}) },
    happened_at: event.happenedAt,
    recorded_at: event.learnedAt,
  }
  await insertAnswers(tx, tenant, row)
  await insertFindings(tx, tenant, { inspection, version: event.subjectVersion, at: event.learnedAt, by, findings, marks })
  const own = await findInspectionRow(tx, tenant, inspection)
  if (own === null || said.basis === 'nothing') return
  const { site_id: site } = own
  await replaceEarlierVisits(tx, tenant, { ...row, site, reason: REPLACED })
  const content = visitOf(own, payload)
  await insertVisit(tx, tenant, {
    ...{ site, id: event.id, recordedAt: event.learnedAt },
    interference: armedInterferenceIn(content.observed),
    content,
  })
}

const notVisited = (reason: string | null) => (reason === null ? {} : { notVisitedReason: reason })

const visitOf = (own: InspectionRow, { by, said }: AnswersRecorded): SiteVisited => ({
  date: own.inspected_on,
  source: {
    name: `Mission conjointe (${by})`,
    reference: inspectionCode(own.members.find((member) => member.head)?.body ?? 'other', own.opened_at),
  },
  onSite: own.on_site && said.reached !== false,
  ...notVisited(own.not_visited_reason ?? (said.reached === false ? (said.notReachedReason ?? null) : null)),
  ...(said.position ? { position: said.position } : {}),
  observed: said.observed,
})
