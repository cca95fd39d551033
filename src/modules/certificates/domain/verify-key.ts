/*
Whether a key that made a good signature may have made it: is it of this issuer, was it in force on that day, was it stolen, and does an office keep to
its numbers. A stolen key can write any date, so the day in the code proves nothing against it: only what the issuer's own log had before counts.
*/
import { daysBetween } from '../../../kernel/calendar.ts'
import type { CertificateFacts } from './code/claims.ts'
import { type IssueRegister, type TrustedOffice, registerOf, stands } from './issue-register.ts'
import type { TrustList, TrustedKey } from './trust-list.ts'

/** Days that a provisional sheet lives at most; our own proposal (D). */
export const PROVISIONAL_MOST_DAYS = 14

export type Signer = {
  readonly list: TrustList
  readonly publicKey: Uint8Array
} & ({ readonly key: TrustedKey; readonly office: null } | { readonly key: null; readonly office: TrustedOffice })

export interface KeyProblem {
  readonly code: string
  readonly facts: { readonly [name: string]: string | number | null }
}
interface Asked {
  readonly facts: CertificateFacts
  /** SHA-256 of the code's text, in hexadecimal. */
  readonly codeHash: string
  readonly registers: readonly IssueRegister[]
}

export function whyKeyDoesNotCount(signer: Signer, asked: Asked): KeyProblem | null {
  const { facts } = asked
  if (signer.list.issuer !== facts.issuer) return { code: 'key-of-another-issuer', facts: { issuer: facts.issuer } }
  const known = registerOf(asked.registers, facts.issuer)
  const { publicKey, revokedAt, validFrom, validUntil } = signer.key ?? signer.office
  if (revokedAt !== null && !stands(known, publicKey, asked.codeHash)) return { code: 'key-revoked', facts: { on: revokedAt } }
  const outside = facts.issuedOn < validFrom || (validUntil !== null && facts.issuedOn > validUntil)
  if (outside) return { code: 'key-not-valid-on-issue', facts: { issuedOn: facts.issuedOn } }
  return signer.office === null ? ofIssuer(facts) : ofOffice(signer.office, facts)
}

const ofIssuer = (facts: CertificateFacts): KeyProblem | null =>
  facts.provisional === true ? { code: 'provisional-without-office', facts: {} } : null

function ofOffice(office: TrustedOffice, facts: CertificateFacts): KeyProblem | null {
  if (facts.provisional !== true) return { code: 'office-only-provisional', facts: { office: office.office } }
  const index = indexIn(office, facts.number)
  if (index === null || facts.statusList.index !== index)
    return { code: 'number-of-another-block', facts: { number: facts.number, office: office.office } }
  const days = daysBetween(facts.issuedOn, facts.expiresOn)
  return days > PROVISIONAL_MOST_DAYS ? { code: 'provisional-too-long', facts: { days, most: PROVISIONAL_MOST_DAYS } } : null
}

/**
 * The index in the revocation list that belongs to a number of the block; `null` for a number of another. A number has one spelling: with another nought
 * in front it would be a second sheet for the same place that nobody sees to be the second.
 */
export function indexIn(block: Pick<TrustedOffice, 'prefix' | 'from' | 'to' | 'firstIndex'>, number: string): number | null {
  const sequence = number.startsWith(block.prefix) ? Number(number.slice(block.prefix.length)) : -1
  const isOfBlock = sequence >= block.from && sequence <= block.to && number === numberAt(block.prefix, sequence)
  return isOfBlock ? block.firstIndex + sequence - block.from : null
}

export const numberAt = (prefix: string, sequence: number): string => prefix + String(sequence).padStart(6, '0')
