/* What one event does to the page of an inspection as a reader sees it: the same that the server's tables make of it, a little earlier. */
import { asId } from '../../../../kernel/schema.ts'
import { dueOfAction, phaseOfAction } from './corrective-action.ts'
import { inspectionCode } from './inspection-code.ts'
import { answeredOf } from './inspection-state.ts'
import type { AnswerMark, AnswersRecorded, CriterionFinding, InspectionEvent, InspectionOpened } from './inspection-words.ts'
import type { InspectionPage } from './mission-answers.ts'
import type { MemberBody } from './mission.ts'
import { allVoices } from './provisional-state.ts'
import { tellingVoices } from './voices.ts'

export interface Moment {
  /** Of the command. */
  readonly id: string
  readonly happenedAt: string
  readonly today: string
  readonly yellowMonths: number
}
export interface Opening extends Moment {
  readonly site: { readonly name: string; readonly nationalId: string } | null
  readonly earlierActions: InspectionPage['earlierActions']
}

export function blankPage(opened: InspectionOpened, { id, happenedAt, yellowMonths, site, earlierActions }: Opening): InspectionPage {
  const members = opened.members
  return {
    inspection: asId('inspection', id),
    site: opened.site,
    ...{ name: site?.name ?? opened.site, nationalId: site?.nationalId ?? '—' },
    mission: opened.mission ?? null,
    on: opened.date,
    ...{ phase: 'draft', result: null, answered: 0, questions: answeredOf([]).of, orderNumber: null },
    onSite: opened.onSite,
    notVisitedReason: opened.notVisitedReason ?? null,
    purpose: opened.purpose ?? null,
    members,
    rulebook: opened.rulebook,
    ...{ findings: [], wordsWithheld: false, voices: [], disputed: [], answers: [], dissents: [], signatures: [], actions: [], orders: [] },
    code: inspectionCode(members.find((member) => member.head)?.body ?? 'other', happenedAt),
    form: opened.form ?? null,
    cause: opened.cause ?? null,
    marks: opened.marks ?? [],
    abandonedReason: null,
    earlierActions,
    actionDueByRule: dueOfAction(opened.date, yellowMonths),
    proposal: { result: 'incomplete', because: [], repeated: [], reviewOn: [] },
    review: null,
  }
}

export function withEvent(page: InspectionPage, event: InspectionEvent, moment: Moment): InspectionPage {
  const at = moment.happenedAt
  switch (event.kind) {
    case 'inspection.findings-recorded.v1':
      return withFindings(page, event.payload, at)
    case 'inspection.answers-recorded.v1':
      return withAnswers(page, event.payload, moment)
    case 'inspection.dissented.v1': {
      const { by, criterion, reason, marks = [] } = event.payload
      return { ...page, dissents: [...page.dissents, { by, criterion, reason, marks, happenedAt: at, recordedAt: at }] }
    }
    case 'inspection.signed.v1':
      return { ...page, signatures: [...page.signatures, { ...event.payload, signedAt: at }] }
    case 'inspection.team-signed.v1':
      return { ...page, phase: 'team-signed' }
    case 'inspection.abandoned.v1':
      return { ...page, phase: 'abandoned', abandonedReason: event.payload.reason, signatures: [] }
    case 'inspection.action-set.v1':
      return withAction(page, event.payload, moment.today)
    default:
      return page
  }
}

interface SaidFindings {
  readonly by: MemberBody
  readonly findings: readonly CriterionFinding[]
  readonly marks?: readonly AnswerMark[] | undefined
}
/** While the form is open an answer changes it and takes the signatures away; afterwards it stands beside it. */
function withFindings(page: InspectionPage, { by, findings, marks = [] }: SaidFindings, at: string): InspectionPage {
  const late = page.phase !== 'draft' && page.phase !== 'returned'
  const newest = [...new Map(findings.map((one) => [one.criterion, one])).values()]
  const rows = newest.map(({ criterion, answer, narrative = null, evidence = [], sourcesConsulted = [] }) => ({
    ...{ criterion, answer, narrative, evidence, sourcesConsulted, by, late, marks: [...marks], recordedAt: at },
  }))
  const before = page.findings.filter((one) => !one.late)
  const standing = late ? before : [...new Map([...before, ...rows].map((one) => [one.criterion, one])).values()]
  const said = rows.map(({ evidence: _evidence, sourcesConsulted: _sources, ...one }) => one)
  const { shown, disputed } = tellingVoices([...allVoices(page), ...said], standing)
  return {
    ...page,
    findings: [...standing, ...page.findings.filter((one) => one.late), ...(late ? rows : [])],
    ...{ voices: [...shown], disputed },
    answered: answeredOf(standing).answered,
    signatures: late ? page.signatures : [],
  }
}

function withAnswers(page: InspectionPage, payload: AnswersRecorded, { id, happenedAt }: Moment): InspectionPage {
  const { by, form, instance, marks, unread, xml, values, files, said, signals, amends } = payload
  const beside = { ...(signals ? { signals } : {}), ...(amends ? { amends } : {}) }
  const one = {
    ...{ id: asId('event', id), by, form, instance, marks, happenedAt, recordedAt: happenedAt },
    unread,
    xml,
    values,
    files,
    said,
  }
  const known = new Set(page.answers.flatMap((earlier) => earlier.files ?? []).map((file) => file.file.sha256))
  const fresh = files.map((file) => file.file.sha256).filter((sha256) => !known.has(sha256))
  const awaited = [...new Set([...(page.awaitedFiles ?? []), ...fresh])]
  return {
    ...withFindings(page, payload, happenedAt),
    answers: [...page.answers, { ...one, ...beside }],
    ...(awaited.length > 0 ? { awaitedFiles: awaited } : {}),
  }
}

function withAction(page: InspectionPage, set: Extract<InspectionEvent, { kind: 'inspection.action-set.v1' }>['payload'], today: string) {
  const { action, criterion, text = null, owner, due, origin } = set
  const phase = phaseOfAction({ due, doneOn: null, dropped: false }, today)
  const shown: InspectionPage['actions'][number] = {
    ...{ action, inspection: page.inspection, criterion, text, owner, due, phase, origin },
    ...{ doneOn: null, note: null, evidence: [], droppedReason: null },
  }
  return { ...page, actions: [...page.actions.filter((one) => one.action !== action), shown] }
}
