/* The form of one paper and the fact made of it. Pure. */
import { decimalOf, centsOf } from './typed-numbers.ts'

export const paperKinds = ['exporter-approval', 'assay', 'tax-receipt', 'transport-paper'] as const
export type PaperKind = (typeof paperKinds)[number]
export const elements = ['Sn', 'Ta2O5', 'WO3', 'Au'] as const
export const auditStatuses = ['green', 'yellow', 'red', 'blue'] as const

export interface PaperForm {
  readonly kind: PaperKind
  readonly reference: string
  readonly authority: string
  readonly taxType: string
  readonly amount: string
  readonly currency: string
  readonly from: string
  readonly to: string
  readonly day: string
  readonly until: string
  readonly element: string
  readonly value: string
  readonly audit: string
}
export const emptyPaper: PaperForm = {
  kind: 'exporter-approval',
  reference: '',
  authority: '',
  taxType: '',
  amount: '',
  currency: 'USD',
  from: '',
  to: '',
  day: '',
  until: '',
  element: 'Sn',
  value: '',
  audit: '',
}

/** The fact to attach, or null while something that its kind must hold is missing. */
export function factOf(form: PaperForm): object | null {
  const [reference, authority] = [form.reference.trim(), form.authority.trim()]
  if (reference === '' || form.day === '') return null
  const { kind, day, until, from, to, element, audit } = form
  switch (kind) {
    case 'exporter-approval':
      return until === '' || audit === '' ? null : { kind, reference, validFrom: day, validUntil: until, auditStatus: audit }
    case 'assay': {
      const value = decimalOf(form.value)
      return value === null || authority === '' ? null : { kind, lab: authority, reference, element, value, assayedOn: day }
    }
    case 'tax-receipt': {
      const [amountCents, taxType, currency] = [centsOf(form.amount), form.taxType.trim(), form.currency.trim().toUpperCase()]
      if (amountCents === null || taxType === '' || authority === '' || !/^[A-Z]{3}$/.test(currency)) return null
      return { kind, taxType, authority, reference, paidOn: day, currency, amountCents }
    }
    case 'transport-paper':
      if (from === '') return null
      return { kind, reference, from, issuedOn: day, ...(to === '' ? {} : { to }), ...(until === '' ? {} : { validUntil: until }) }
  }
}
