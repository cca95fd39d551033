/*
From six dimensions and what was recorded to a finding. Adults: the first row that matches. Children: every row that matches. A finding says
what to do next at least; it is no verdict, no score, and nothing a person receives depends on it. Where the text of the table leaves a gap
through which somebody would fall, the reading chosen is named (`readings`) and travels in the explanation.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { type Answer, isOpen } from './answers.ts'
import type { ThreeValued } from './dimension.ts'
import type { ReadingCode } from './identification-rules.ts'
import { type Dimension, dimensions } from './indicator-codes.ts'

export const adultRows = ['A0', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'] as const
export type AdultRow = (typeof adultRows)[number]
export const childRows = ['C1', 'C2', 'C3', 'C4', 'C5'] as const
export type ChildRow = (typeof childRows)[number]
export type Row = AdultRow | ChildRow

export const findingCodes = [
  ...(['INSUFFICIENT_INFORMATION', 'TIP_STRONG_INDICATION', 'TIP_INDICATION', 'FORCED_LABOUR_INDICATION'] as const),
  ...(['DECEPTION_AND_EXPLOITATION', 'LABOUR_RIGHTS_CONCERN', 'COERCION_WITHOUT_EXPLOITATION', 'NO_INDICATION'] as const),
  ...(['CHILD_TIP_INDICATION', 'CAAFAG', 'WFCL_UNCONDITIONAL', 'WFCL_HAZARDOUS', 'CHILD_LABOUR_OTHER'] as const),
] as const
export type FindingCode = (typeof findingCodes)[number]

export const actionCodes = [
  ...(['second-interview', 'safety-advice', 'treat-as-presumed-victim', 'ask-consent', 'safety-plan', 'offer-referral'] as const),
  ...(['supervisor-review', 'labour-inspection-only-with-consent', 'labour-or-legal-referral', 'screen-again'] as const),
  ...(['site-grievance', 'labour-service', 'watch-for-attempt-or-early-phase', 'give-information', 'close-screening'] as const),
  ...(['open-child-case', 'best-interests-assessment', 'offer-child-services'] as const),
] as const
export type ActionCode = (typeof actionCodes)[number]

interface FindingRow {
  readonly code: FindingCode
  readonly actions: readonly ActionCode[]
  readonly evidence: Evidence
}
const presumed = ['treat-as-presumed-victim', 'ask-consent', 'safety-plan', 'offer-referral'] as const
const forChild = ['open-child-case', 'best-interests-assessment'] as const
/** What a row is called and what is done at least. The marks are those of the classification: four rows of ILO/Moldova (S), the rest ours. */
export const findingTable: { readonly [row in Row]: FindingRow } = {
  A0: { code: 'INSUFFICIENT_INFORMATION', actions: ['second-interview', 'safety-advice'], evidence: 'D' },
  A1: { code: 'TIP_STRONG_INDICATION', actions: presumed, evidence: 'D' },
  A2: { code: 'TIP_INDICATION', actions: [...presumed, 'supervisor-review'], evidence: 'S' },
  A3: { code: 'FORCED_LABOUR_INDICATION', actions: ['treat-as-presumed-victim', 'labour-inspection-only-with-consent'], evidence: 'D' },
  A4: { code: 'DECEPTION_AND_EXPLOITATION', actions: ['labour-or-legal-referral', 'screen-again'], evidence: 'S' },
  A5: { code: 'LABOUR_RIGHTS_CONCERN', actions: ['site-grievance', 'labour-service'], evidence: 'S' },
  A6: { code: 'COERCION_WITHOUT_EXPLOITATION', actions: ['safety-plan', 'watch-for-attempt-or-early-phase'], evidence: 'D' },
  A7: { code: 'NO_INDICATION', actions: ['give-information', 'close-screening'], evidence: 'S' },
  C1: { code: 'CHILD_TIP_INDICATION', actions: forChild, evidence: 'D' },
  C2: { code: 'CAAFAG', actions: forChild, evidence: 'D' },
  C3: { code: 'WFCL_UNCONDITIONAL', actions: forChild, evidence: 'D' },
  C4: { code: 'WFCL_HAZARDOUS', actions: ['offer-child-services'], evidence: 'D' },
  C5: { code: 'CHILD_LABOUR_OTHER', actions: ['offer-child-services'], evidence: 'D' },
}

/** A child read by the adults' table is still a child: where something was found, a child case is opened as well (D). */
export function actionsFor(row: Row, child: boolean): readonly ActionCode[] {
  const { actions } = findingTable[row]
  const readAsAdult = adultRows.some((one) => one === row && one !== 'A0' && one !== 'A7')
  return child && readAsAdult ? [...actions, ...forChild] : actions
}

export type Signs = { readonly [dimension in Dimension]: ThreeValued }
export interface AdultInput {
  readonly signs: Signs
  /** An act was recorded; nothing else counts as one. */
  readonly act: boolean
}
export interface Matched {
  readonly rows: readonly Row[]
  readonly readings: readonly ReadingCode[]
}

/** Dimensions that count as a means; abuse of vulnerability is one. */
const MEANS = ['D1', 'D2', 'D3', 'D5', 'D6'] as const
export const meansBy = (signs: Signs): readonly Dimension[] => MEANS.filter((dimension) => signs[dimension] === 'POSITIVE')

export function adultRow({ signs, act }: AdultInput): { readonly row: AdultRow; readonly readings: readonly ReadingCode[] } {
  const plus = (dimension: Dimension): boolean => signs[dimension] === 'POSITIVE'
  const exploited = plus('D4')
  const open = signs.D4 === 'UNDETERMINED'
  const row = (found: AdultRow, ...because: readonly ReadingCode[]) => ({ row: found, readings: because })
  if (open && !dimensions.some(plus)) return row('A0')
  if (exploited) {
    if (act && (plus('D1') || plus('D2')) && plus('D5')) return row('A1')
    if (act && meansBy(signs).length > 0) return row('A2')
    if (plus('D5')) return row('A3')
    if (plus('D1')) return row('A4')
    return meansBy(signs).length > 0 ? row('A5', 'nothing-stronger') : row('A5')
  }
  if (plus('D2') || plus('D5')) return open ? row('A6', 'exploitation-not-positive') : row('A6')
  return open ? row('A0', 'exploitation-still-open') : row('A7')
}

export interface ChildInput extends AdultInput {
  /** Sexual exploitation or a practice like slavery was recorded as purpose. */
  readonly purpose: boolean
  readonly armed: boolean
  readonly c182: boolean
  /** Work in mining, or hazardous work of any kind. */
  readonly hazardous: boolean
  /** Light work, below the minimum age. */
  readonly light: boolean
}

export function childMatch(input: ChildInput): Matched {
  const { signs, act, purpose, armed, c182, hazardous, light } = input
  const matches: { readonly [row in ChildRow]: boolean } = {
    C1: act && (signs.D4 === 'POSITIVE' || purpose),
    C2: armed,
    C3: c182,
    C4: hazardous,
    C5: light,
  }
  const rows = childRows.filter((row) => matches[row])
  if (rows.length > 0) return { rows, readings: [] }
  const { row, readings } = adultRow(input)
  return { rows: [row], readings: ['as-for-an-adult', ...readings] }
}

/** A question of the text that the engine never answers itself: was the person recruited, moved or received by someone? */
export const promptsAct = (signsOfRecruitment: boolean, act: { readonly answer: Answer }): boolean =>
  signsOfRecruitment && isOpen(act.answer) && act.answer !== 'DECLINED'
