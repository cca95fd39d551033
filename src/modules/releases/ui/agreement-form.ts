/* What was typed of an agreement, as terms. */
import type { AgreementTerms, AnonymisationLevel, Frequency } from '../contract.ts'

export const levels = ['aggregates', 'anonymous-rows', 'coded-rows'] as const satisfies readonly AnonymisationLevel[]
export const frequencies = ['once', 'quarterly', 'half-yearly', 'yearly'] as const satisfies readonly Frequency[]
export const onwards = ['forbidden', 'with-consent-of-both'] as const satisfies readonly AgreementTerms['onwardSharing'][]

export interface TermsForm {
  /** One a line. */
  readonly parties: string
  readonly purpose: string
  readonly fields: string
  readonly frequency: Frequency
  readonly level: AnonymisationLevel
  readonly onwardSharing: AgreementTerms['onwardSharing']
  readonly retentionMonths: string
  readonly incidentContact: string
  readonly expiresOn: string
}
export const emptyTerms: TermsForm = {
  ...{ parties: '', purpose: '', fields: '*', frequency: 'quarterly', level: 'aggregates', onwardSharing: 'forbidden' },
  ...{ retentionMonths: '24', incidentContact: '', expiresOn: '' },
}
const parts = (text: string, separator: RegExp): string[] =>
  [...new Set(text.split(separator).map((one) => one.trim()))].filter((one) => one !== '')

/** `null` while something is missing. */
export function termsOf(form: TermsForm, today: string): AgreementTerms | null {
  const { frequency, level, onwardSharing, expiresOn } = form
  const parties = parts(form.parties, /\n/)
  const fields = parts(form.fields, /[,;\s]+/)
  const retentionMonths = Number(form.retentionMonths)
  const [purpose, incidentContact] = [form.purpose.trim(), form.incidentContact.trim()]
  const isWhole = Number.isInteger(retentionMonths) && retentionMonths >= 1 && retentionMonths <= 600
  if (parties.length < 2 || fields.length === 0 || purpose === '' || incidentContact === '' || !isWhole || expiresOn < today) return null
  return { parties, purpose, fields, frequency, level, onwardSharing, retentionMonths, incidentContact, expiresOn }
}
