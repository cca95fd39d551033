/*
A certificate that was used: where and when the goods left with it. Somebody saw it, so it is kept, whatever the certificate was worth on that day and
however often it was used before; a second use, and a use of one that did not count, are what a border wants to know.
*/
import type { Infer } from '../../../kernel/schema.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { CertificateStatus } from '../contract.ts'
import type { UseCertificate } from '../contract-issuing.ts'
import type { DossierEvent } from './dossier-events.ts'

export interface Used {
  readonly number: string
  readonly issuedOn: string
  readonly expiresOn: string
  readonly revoked: boolean
  readonly uses: number
}

export function recordUse(certificate: Used, data: Infer<typeof UseCertificate>, today: string): Outcome<readonly DossierEvent[]> {
  if (data.on > today) return refused('use-in-the-future', { on: data.on })
  const status: CertificateStatus = certificate.revoked ? 'revoked' : data.on > certificate.expiresOn ? 'expired' : 'valid'
  const { on, place, massGrams, remark } = data
  const more = { ...(massGrams === undefined ? {} : { massGrams }), ...(remark === undefined ? {} : { remark }) }
  const payload = { number: certificate.number, on, place, ...more, status, again: certificate.uses > 0 }
  return accepted([{ kind: 'certificate.used.v1', payload }])
}
