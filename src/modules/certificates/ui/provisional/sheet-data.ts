/* What a sheet on this telephone says, read back from the command that carries it: the code has the facts, beside it stand the terms. */
import { decodeClaims, type CertificateFacts } from '../../domain/code/claims.ts'
import { decodeCodeText } from '../../domain/code/code-text.ts'
import type { DossierTerms } from '../../contract.ts'

export interface SheetData {
  readonly code: string
  readonly facts: CertificateFacts
  readonly terms: DossierTerms | null
}

/** Null for what is no sheet. */
export function sheetIn(data: unknown): SheetData | null {
  if (typeof data !== 'object' || data === null || !('code' in data) || typeof data.code !== 'string') return null
  const message = decodeCodeText(data.code)
  const facts = message === null ? null : decodeClaims(message.payload)
  const terms = 'terms' in data && isTerms(data.terms) ? data.terms : null
  return facts === null ? null : { code: data.code, facts, terms }
}
export const numberOf = (data: unknown): string => sheetIn(data)?.facts.number ?? '—'

/** Written by this app a moment or some weeks ago; the server reads it again by the contract. */
const isTerms = (value: unknown): value is DossierTerms =>
  typeof value === 'object' && value !== null && 'importer' in value && 'plannedShipmentOn' in value && 'grade' in value
