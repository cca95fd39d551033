/*
What of certificates goes into the public ledger. The leaf of a certificate is the hash of its code's text, as it stands in the QR code: whoever holds the
paper can make it again. Of what has no code, the hash is of three lines that the public page shows: what, which number, since when. Reasons are left out:
a person wrote them. Replacing is a revocation and a new issue, so it needs no leaf of its own.
*/
import { createHash } from 'node:crypto'
import { mustParse } from '../../kernel/schema.ts'
import type { LedgerEntry, LedgerPublisher, PublishedEvent } from '../ledger/contract.ts'
import { CertificateIssued, CertificateRevoked } from './domain/dossier-events.ts'
import { ProvisionalIssued, ProvisionalWithdrawn } from './domain/issuing/block-events.ts'
import { KeyAdded, KeyRevoked } from './domain/issuing/issuer-keys.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
/** `certificate-revoked`, the number, the day, each with a line end. */
const ofDay = (kind: LedgerEntry['kind'], number: string, day: string): LedgerEntry => ({
  kind,
  number,
  sha256: sha256(`${kind}\n${number}\n${day}\n`),
})

type EntryOf = (event: PublishedEvent) => LedgerEntry
const entries: { readonly [kind: string]: EntryOf } = {
  'certificate.issued.v1': ({ payload }) => {
    const { number, code, confirms } = mustParse(CertificateIssued, payload)
    return { kind: confirms === undefined ? 'certificate-issued' : 'certificate-confirmed', number, sha256: sha256(code) }
  },
  'certificate.revoked.v1': ({ payload }) => {
    const { number, on } = mustParse(CertificateRevoked, payload)
    return ofDay('certificate-revoked', number, on)
  },
  'certificate.provisional-issued.v1': ({ payload }) => {
    const { number, code } = mustParse(ProvisionalIssued, payload)
    return { kind: 'certificate-provisional', number, sha256: sha256(code) }
  },
  'certificate.provisional-withdrawn.v1': ({ payload }) => {
    const { number, on } = mustParse(ProvisionalWithdrawn, payload)
    return ofDay('certificate-withdrawn', number, on)
  },
  'issuer-key.added.v1': ({ payload }) => {
    const { publicKey, validFrom } = mustParse(KeyAdded, payload)
    return ofDay('issuer-key-added', publicKey, validFrom)
  },
  'issuer-key.revoked.v1': ({ payload }) => {
    const { publicKey, since } = mustParse(KeyRevoked, payload)
    return ofDay('issuer-key-revoked', publicKey, since)
  },
}

export const certificatesPublisher: LedgerPublisher = {
  kinds: Object.keys(entries),
  entryOf: (event) => entries[event.kind]?.(event) ?? null,
}
