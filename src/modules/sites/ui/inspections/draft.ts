/*
The answers of one visit as this device holds them: what was typed and not yet sent, over what the server already has. Nothing
typed is lost by a reload, and nothing leaves the draft before the server said that it has it. Pure; storage comes from the caller.
*/
import type { Answer } from '../../domain/missions/propose-colour.ts'

export interface EvidenceDraft {
  /** Pointer to a photo, a paper or a recording; never a person's name. */
  readonly reference: string
  readonly kind: 'photo' | 'document' | 'interview' | 'measurement' | 'other'
}
export interface AnswerDraft {
  readonly answer: Answer
  readonly narrative: string
  readonly evidence: readonly EvidenceDraft[]
}
export interface DissentDraft {
  readonly by: string
  readonly criterion: string
  readonly reason: string
}
export interface InspectionDraft {
  /** The member body in whose name the answers are sent; '' until chosen. */
  readonly by: string
  readonly answers: { readonly [criterion: string]: AnswerDraft }
  readonly dissents: readonly DissentDraft[]
}
export const emptyDraft: InspectionDraft = { by: '', answers: {}, dissents: [] }
/** Of a criterion that nobody has touched: *not asked* is not *no*. */
export const untouched: AnswerDraft = { answer: 'not_assessed', narrative: '', evidence: [] }

/** A finding as the server gives it. */
export interface SentFinding {
  readonly criterion: string
  readonly answer: Answer
  readonly narrative: string | null
  readonly evidence: readonly { readonly reference: string; readonly kind: EvidenceDraft['kind'] }[]
  readonly late: boolean
}
export const sentAnswers = (findings: readonly SentFinding[]): { readonly [criterion: string]: AnswerDraft } =>
  Object.fromEntries(
    findings
      .filter((finding) => !finding.late)
      .map(({ criterion, answer, narrative, evidence }) => [
        criterion,
        { answer, narrative: narrative ?? '', evidence: evidence.map(({ reference, kind }) => ({ reference, kind })) },
      ]),
  )

/** What the form shows: the device's own words over the server's. */
export const shownAnswers = (draft: InspectionDraft, sent: { readonly [criterion: string]: AnswerDraft }) => ({ ...sent, ...draft.answers })

/** Changes one answer; an answer that is again what the server has leaves the draft. */
export function withAnswer(
  draft: InspectionDraft,
  change: { readonly criterion: string; readonly answer: AnswerDraft; readonly sent: AnswerDraft | undefined },
): InspectionDraft {
  const { criterion, answer, sent } = change
  const { [criterion]: _before, ...others } = draft.answers
  return { ...draft, answers: sent && sameAnswer(sent, answer) ? others : { ...others, [criterion]: answer } }
}

/** Drops what was sent; what was typed meanwhile stays. */
export function withoutSent(draft: InspectionDraft, sent: Pick<InspectionDraft, 'answers' | 'dissents'>): InspectionDraft {
  const left = Object.entries(draft.answers).filter(([criterion, answer]) => {
    const gone = sent.answers[criterion]
    return !gone || !sameAnswer(gone, answer)
  })
  return { ...draft, answers: Object.fromEntries(left), dissents: draft.dissents.filter((one) => !sent.dissents.includes(one)) }
}
export const unsentCount = ({ answers, dissents }: InspectionDraft): number => Object.keys(answers).length + dissents.length

/** The `findings` of the command; blank words are left out, not sent as blanks. */
export const findingsOf = (answers: InspectionDraft['answers']) =>
  Object.entries(answers).map(([criterion, { answer, narrative, evidence }]) => ({
    criterion,
    answer,
    ...(narrative.trim() === '' ? {} : { narrative: narrative.trim() }),
    ...(evidence.length === 0 ? {} : { evidence: evidence.map(({ reference, kind }) => ({ reference: reference.trim(), kind })) }),
  }))

const sameAnswer = (one: AnswerDraft, other: AnswerDraft): boolean => JSON.stringify(tidy(one)) === JSON.stringify(tidy(other))
const tidy = ({ answer, narrative, evidence }: AnswerDraft) => [
  answer,
  narrative.trim(),
  evidence.map(({ reference, kind }) => [reference.trim(), kind]),
]

/* ---- keeping ---- */

const placeOf = (inspection: string): string => `chanzo.inspection.${inspection}`

/** The draft on the device; damaged or absent is empty. */
export function readDraft(storage: Pick<Storage, 'getItem'>, inspection: string): InspectionDraft {
  try {
    const value: unknown = JSON.parse(storage.getItem(placeOf(inspection)) ?? 'null')
    return isDraft(value) ? value : emptyDraft
  } catch {
    return emptyDraft
  }
}

/** False when the device could not keep it: the person must be told at once. An empty draft leaves nothing behind. */
export function writeDraft(storage: Pick<Storage, 'setItem' | 'removeItem'>, inspection: string, draft: InspectionDraft): boolean {
  try {
    if (unsentCount(draft) === 0 && draft.by === '') storage.removeItem(placeOf(inspection))
    else storage.setItem(placeOf(inspection), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

function isDraft(value: unknown): value is InspectionDraft {
  if (typeof value !== 'object' || value === null || !('by' in value && 'answers' in value && 'dissents' in value)) return false
  const { by, answers, dissents } = value
  if (typeof by !== 'string' || typeof answers !== 'object' || answers === null || !Array.isArray(dissents)) return false
  return Object.values(answers).every(isAnswer) && dissents.every(isDissent)
}
const isAnswer = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'answer' in value &&
  'narrative' in value &&
  'evidence' in value &&
  Array.isArray(value.evidence)
const isDissent = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'by' in value && 'criterion' in value && 'reason' in value
