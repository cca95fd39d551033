/*
One inspection as a reader sees it: the form as it stands, who said what, what was sent by which phone, what is to be put right. Positions
and whole answers only for those they are for; the rest is told that answers came.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { dueOfAction, phaseOfAction } from '../../domain/missions/corrective-action.ts'
import { inspectionCode } from '../../domain/missions/inspection-code.ts'
import type { ActionShown, InspectionPage } from '../../domain/missions/mission-answers.ts'
import { proposeColour } from '../../domain/missions/propose-colour.ts'
import { listAnnexRows, orderNumbersOf, orderRowsById } from '../orders/store-orders.ts'
import { tellingVoices } from '../../domain/missions/voices.ts'
import { findSiteRow } from '../register/store-register.ts'
import { readLaw } from '../status/law.ts'
import { HOME } from '../status/standings.ts'
import { yellowBefore } from './mission-facts.ts'
import { inspectionShort, namesOf, newestInTime } from './read-missions.ts'
import { type Reader, maySeeAnswers } from './reader.ts'
import { type ActionRow, listActionRows } from './store-actions.ts'
import { type AnswersRow, listAnswerRows } from './store-answers.ts'
import {
  type DissentRow,
  type FindingRow,
  type InspectionRow,
  findInspectionRow,
  listDissentRows,
  listFindingRows,
  listSignatureRows,
} from './store-inspections.ts'

export async function readInspection(
  tx: Tx,
  tenant: string,
  asked: Reader & { readonly inspection: string },
): Promise<Outcome<InspectionPage>> {
  const { inspection } = asked
  const row = await findInspectionRow(tx, tenant, inspection)
  if (row === null) return refused('no-such-inspection')
  const findings = await listFindingRows(tx, tenant, [inspection])
  const dissents = await listDissentRows(tx, tenant, inspection)
  const standing = newestInTime(findings)
  const cleared = await maySeeAnswers(tx, asked, row.members)
  const voices = voicesOf(findings, standing)
  const answers = await listAnswerRows(tx, tenant, inspection)
  return accepted({
    ...inspectionShort(row, {
      findings,
      names: await namesOf(tx, tenant, [row.site_id]),
      orderNumbers: await orderNumbersOf(tx, tenant, [inspection]),
    }),
    ...openingOf(row),
    findings: [...standing, ...findings.filter((finding) => finding.late)].map((one) => shownFinding(one, cleared)),
    wordsWithheld: !cleared && (dissents.length > 0 || findings.some((one) => one.narrative !== null || one.evidence.length > 0)),
    voices: cleared ? voices.voices : voices.voices.map((one) => ({ ...one, narrative: null })),
    disputed: voices.disputed,
    answers: answers.map((one) => shownAnswers(one, cleared)),
    ...(cleared ? await awaitedOf(tx, tenant, { doors: asked.doors, answers }) : {}),
    dissents: dissents.map(({ by_body, happened_at, recorded_at, criterion, reason, marks }) => ({
      ...{ by: by_body, criterion, reason: cleared ? reason : null, marks: [...marks] },
      ...{ happenedAt: happened_at ?? recorded_at, recordedAt: recorded_at },
    })),
    signatures: (await listSignatureRows(tx, tenant, inspection)).map((one) => ({
      body: one.body,
      head: one.head,
      ...{ signedAt: one.happened_at ?? one.signed_at, recordedAt: one.signed_at },
    })),
    proposal: await proposalShown(tx, tenant, { row, standing, findings, dissents }),
    review: row.review,
    ...(await actionsAround(tx, tenant, { row, asked, cleared })),
    orders: await ordersOn(tx, tenant, inspection),
  })
}

const openingOf = (row: InspectionRow) => ({
  onSite: row.on_site,
  notVisitedReason: row.not_visited_reason,
  purpose: row.purpose,
  members: [...row.members],
  rulebook: row.rulebook,
  code: inspectionCode(row.members.find((member) => member.head)?.body ?? 'other', row.opened_at),
  form: row.form ?? null,
  cause: row.cause,
  marks: [...row.marks],
  abandonedReason: row.abandoned_reason,
})

/** What somebody told a team, and who told it, is for whom the answers are: traders read this page too. */
const shownFinding = (finding: FindingRow, cleared: boolean) => ({
  criterion: finding.criterion,
  answer: finding.answer,
  narrative: cleared ? finding.narrative : null,
  evidence: cleared ? [...finding.evidence] : [],
  sourcesConsulted: cleared ? [...finding.sources_consulted] : [],
  by: finding.by_body,
  late: finding.late,
  marks: [...finding.marks],
  recordedAt: finding.recorded_at,
})

function voicesOf(findings: readonly FindingRow[], standing: readonly FindingRow[]): Pick<InspectionPage, 'voices' | 'disputed'> {
  const said = findings.map(({ criterion, by_body, answer, narrative, late, marks, recorded_at }) => ({
    ...{ criterion, by: by_body, answer, narrative, late, marks: [...marks], recordedAt: recorded_at },
  }))
  const { shown, disputed } = tellingVoices(said, standing)
  return { voices: [...shown], disputed }
}

/** Which photographs are still on their way, asked now: the mark of the answers says how it was when they came. */
async function awaitedOf(
  tx: Tx,
  tenant: string,
  { doors, answers }: Pick<Reader, 'doors'> & { readonly answers: readonly AnswersRow[] },
): Promise<Pick<InspectionPage, 'awaitedFiles'>> {
  const named = [...new Set(answers.flatMap((one) => one.content.files.map(({ file }) => file.sha256)))]
  if (named.length === 0) return {}
  const kept = new Set((await doors.documents.kept(tx, tenant, named)).map((one) => one.sha256))
  const awaitedFiles = named.filter((one) => !kept.has(one))
  return awaitedFiles.length === 0 ? {} : { awaitedFiles }
}

function shownAnswers(row: AnswersRow, cleared: boolean): InspectionPage['answers'][number] {
  const { xml, values, files, unread, signals, amends } = row.content
  const beside = { ...(signals ? { signals } : {}), ...(amends ? { amends } : {}) }
  const { by_body, form, instance, marks, happened_at, recorded_at } = row
  return {
    ...{ id: asId('event', row.event_id), by: by_body, form, instance, marks: [...marks], unread: [...unread] },
    ...{ happenedAt: happened_at, recordedAt: recorded_at },
    ...(cleared ? { xml, values, files, said: row.said, ...beside } : { xml: null, values: null, files: null, said: null }),
  }
}

async function proposalShown(
  tx: Tx,
  tenant: string,
  told: {
    readonly row: InspectionRow
    readonly standing: readonly FindingRow[]
    readonly findings: readonly FindingRow[]
    readonly dissents: readonly DissentRow[]
  },
): Promise<InspectionPage['proposal']> {
  const { row, standing, findings, dissents } = told
  const previousYellow = await yellowBefore({ tx, tenant }, row.site_id, row.inspected_on)
  const open = row.phase === 'draft' || row.phase === 'returned'
  const inForm = new Map(standing.map((finding) => [finding.criterion, finding.answer]))
  const last = new Map(findings.map((finding) => [`${finding.criterion} ${finding.by_body}`, finding]))
  const found = [...last.values()].filter((one) => one.answer === 'violated' && inForm.get(one.criterion) !== 'violated')
  const disputedOn = [...dissents, ...found].map((one) => one.criterion)
  const now = proposeColour({ findings: standing, previousYellow, dissents: disputedOn })
  const { result, because, repeated, reviewOn } = open ? now : (row.proposal ?? now)
  return { result, because: [...because], repeated: [...repeated], reviewOn: [...reviewOn] }
}

async function actionsAround(
  tx: Tx,
  tenant: string,
  { row, asked, cleared }: { readonly row: InspectionRow; readonly asked: Reader; readonly cleared: boolean },
): Promise<Pick<InspectionPage, 'actions' | 'earlierActions' | 'actionDueByRule'>> {
  const today = todayAt(asked.now)
  const site = await findSiteRow(tx, tenant, row.site_id)
  const { book } = (await readLaw(tx, tenant)).rulebookOn(site?.country ?? HOME, row.inspected_on, asked.now)
  const shown = (one: ActionRow): ActionShown => shownAction(one, { today, cleared })
  const open = await listActionRows(tx, tenant, { site: row.site_id, open: true })
  return {
    actions: (await listActionRows(tx, tenant, { inspection: row.id })).map(shown),
    earlierActions: open.filter((one) => one.inspection_id !== row.id && one.set_at <= asked.now).map(shown),
    actionDueByRule: dueOfAction(row.inspected_on, book.values.yellowMonths.value),
  }
}

/** Where a photograph was taken is for who is cleared. */
export const shownAction = (row: ActionRow, { today, cleared }: { readonly today: string; readonly cleared: boolean }): ActionShown => ({
  action: asId('action', row.id),
  inspection: asId('inspection', row.inspection_id),
  criterion: row.criterion,
  text: row.wording,
  owner: row.owner,
  due: row.due_on,
  phase: phaseOfAction({ due: row.due_on, doneOn: row.done_on, dropped: row.dropped_reason !== null }, today),
  origin: row.origin,
  doneOn: row.done_on,
  note: row.done_note,
  evidence: row.evidence.map(({ position, ...rest }) => (cleared && position ? { ...rest, position } : rest)),
  droppedReason: row.dropped_reason,
})

async function ordersOn(tx: Tx, tenant: string, inspection: string): Promise<InspectionPage['orders']> {
  const lines = await listAnnexRows(tx, tenant, { inspection })
  const orders = await orderRowsById(
    tx,
    tenant,
    lines.map((line) => line.order_id),
  )
  return orders.map((order) => ({
    order: asId('order', order.id),
    number: order.number,
    colour: lines.find((line) => line.order_id === order.id)?.colour ?? 'none',
  }))
}
