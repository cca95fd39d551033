/* What is typed in the dialogs of an audit, and what of it is sent: `null` while something is missing. The server decides; a form only says what is not there yet. */
import type { DocumentRef } from '../../../documents/contract.ts'
import type { AuditFlag, FindingGrade } from '../../contract-audits.ts'

const filled = (...texts: readonly string[]): boolean => texts.every((one) => one.trim() !== '')
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
/** An address that everybody can open, as the contract wants it. */
export const isAddress = (text: string): boolean => /^https:\/\/\S+$/.test(text.trim())

export interface OpeningForm {
  readonly exporter: string
  readonly accreditation: string
  readonly accreditedUntil: string
  readonly periodFrom: string
  readonly periodUntil: string
  readonly about: string
  readonly sites: string
  readonly routes: string
}
export const emptyOpening: OpeningForm = {
  ...{ exporter: '', accreditation: '', accreditedUntil: '', periodFrom: '', periodUntil: '', about: '', sites: '', routes: '' },
}
/** The suppliers of today enter by themselves: an auditor does not choose them. */
export function openingOf(form: OpeningForm, suppliers: readonly string[]) {
  const { exporter, accreditation, accreditedUntil, periodFrom, periodUntil, about } = form
  if (!filled(exporter, accreditation, accreditedUntil, periodFrom, periodUntil, about)) return null
  const scope = { about: about.trim(), suppliers: [...suppliers], sites: linesOf(form.sites), routes: linesOf(form.routes) }
  return { exporter, accreditation: accreditation.trim(), accreditedUntil, periodFrom, periodUntil, scope }
}

export function findingOf(form: { readonly grade: FindingGrade; readonly text: string; readonly about: string }) {
  if (!filled(form.text)) return null
  return { grade: form.grade, text: form.text.trim(), ...(filled(form.about) ? { about: form.about.trim() } : {}) }
}
export const proposalOf = (form: { readonly flag: AuditFlag; readonly reason: string }) =>
  filled(form.reason) ? { flag: form.flag, reason: form.reason.trim() } : null

export interface PublicationForm {
  readonly address: string
  readonly summary: string
  readonly file: DocumentRef | null
}
/** A file, an address, or both; a wrong address is never passed over in silence. */
export function publicationOf({ address, summary, file }: PublicationForm, title: string) {
  if (!filled(summary) || (filled(address) ? !isAddress(address) : file === null)) return null
  return {
    summary: summary.trim(),
    ...(filled(address) ? { address: address.trim() } : {}),
    ...(file === null ? {} : { file: { file, title, kind: 'report' as const } }),
  }
}

export interface DecisionForm {
  readonly flag: AuditFlag
  readonly reason: string
  readonly committee: string
  readonly effectiveFrom: string
  readonly followUpOn: string
}
export function decisionOf({ flag, reason, committee, effectiveFrom, followUpOn }: DecisionForm) {
  if (!filled(reason, committee)) return null
  return {
    ...{ flag, reason: reason.trim(), committee: committee.trim() },
    ...(effectiveFrom === '' ? {} : { effectiveFrom }),
    ...(followUpOn === '' ? {} : { followUpOn }),
  }
}
export const appealOf = (grounds: string) => (filled(grounds) ? { grounds: grounds.trim() } : null)

export interface AppealDecisionForm {
  readonly outcome: 'rejected' | 'changed'
  readonly flag: AuditFlag
  readonly reason: string
}
export const appealDecisionOf = ({ outcome, flag, reason }: AppealDecisionForm) =>
  filled(reason) ? { outcome, reason: reason.trim(), ...(outcome === 'changed' ? { flag } : {}) } : null
/** An appeal that is followed changes the status: the contested one is no answer. */
export const otherFlags = (decided: AuditFlag): readonly AuditFlag[] =>
  (['green', 'yellow', 'red'] as const).filter((one) => one !== decided)
