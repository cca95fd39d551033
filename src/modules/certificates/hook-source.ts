/*
What machines of partners are told of certificates: issued and refused to those whom it concerns, a revocation to everybody, as the public list
does. Reasons are free text and stay in the house; of a refusal the checks that failed are named.
*/
import { mustParse } from '../../kernel/schema.ts'
import { subjectId } from '../../platform/log/event.ts'
import type { HookEvent, HookNews, HookSource } from '../../platform/log/hook-source.ts'
import { asPublicReads } from './domain/check-sight.ts'
import { dossierKinds } from './domain/dossier-events.ts'
import { inQuestion, namedAsSeen } from './domain/refuse.ts'
import { blockKinds } from './domain/issuing/block-events.ts'
import { KeyRevoked } from './domain/issuing/issuer-keys.ts'

/** A sheet of an office without network says the exporter and the lot in words: it concerns the office, and is confirmed to the exporter later. */
function newsOfProvisional(
  kind: 'certificate.provisional-issued.v1' | 'certificate.provisional-withdrawn.v1',
  payload: unknown,
  earlier: readonly HookEvent[],
): readonly HookNews[] {
  const reserved = earlier.find((one) => one.kind === 'number-block.reserved.v1')
  if (!reserved) return []
  const { office } = mustParse(blockKinds['number-block.reserved.v1'], reserved.payload)
  const concerns = { organisations: [office], lot: null }
  if (kind === 'certificate.provisional-withdrawn.v1') {
    const { number, on } = mustParse(blockKinds[kind], payload)
    return [{ kind: 'certificate', data: { number, state: 'withdrawn', on }, concerns }]
  }
  const { number, issuedOn, expiresOn, facts, problem } = mustParse(blockKinds[kind], payload)
  // A number that was on paper twice opens nothing, and is no certificate.
  if (problem !== undefined) return []
  return [{ kind: 'certificate', data: { number, state: 'provisional', issuedOn, expiresOn, lotNumber: facts.lotNumber }, concerns }]
}

export const certificateHooks: HookSource = {
  kinds: [
    ...['certificate.issued.v1', 'dossier.refused.v1', 'certificate.revoked.v1'],
    ...['certificate.provisional-issued.v1', 'certificate.provisional-withdrawn.v1', 'issuer-key.revoked.v1'],
  ],
  needEarlier: ['dossier.refused.v1', 'certificate.provisional-issued.v1', 'certificate.provisional-withdrawn.v1'],
  newsOf: ({ kind, subject, payload }, earlier) => {
    if (kind === 'issuer-key.revoked.v1') {
      // Takes down many at once: whoever keeps certificates or lists asks them anew.
      const { publicKey: key, since, on } = mustParse(KeyRevoked, payload)
      return [{ kind: 'revocation', data: { number: null, key, since, on }, concerns: 'everybody' }]
    }
    const dossier = subjectId(subject)
    if (kind === 'certificate.provisional-issued.v1' || kind === 'certificate.provisional-withdrawn.v1')
      return newsOfProvisional(kind, payload, earlier)
    if (kind === 'certificate.issued.v1') {
      const { number, issuedOn, expiresOn, lot, lotNumber, exporter, replaces, confirms } = mustParse(dossierKinds[kind], payload)
      const state = confirms === undefined ? 'issued' : 'confirmed'
      const data = { number, state, issuedOn, expiresOn, dossier, lot, lotNumber, replaces: replaces ?? null }
      return [{ kind: 'certificate', data, concerns: { organisations: [exporter], lot } }]
    }
    if (kind === 'certificate.revoked.v1') {
      const { number, on } = mustParse(dossierKinds[kind], payload)
      return [{ kind: 'revocation', data: { number, on }, concerns: 'everybody' }]
    }
    const opened = earlier.find((one) => one.kind === 'dossier.opened.v1')
    if (!opened) return []
    const { lot, lotNumber, exporter } = mustParse(dossierKinds['dossier.opened.v1'], opened.payload)
    const { on, checks, named } = mustParse(dossierKinds['dossier.refused.v1'], payload)
    const rests = named ?? inQuestion(checks)
    const failed = asPublicReads(checks).flatMap((check) => (check.result === 'failed' ? [check.id] : []))
    const shown = namedAsSeen(rests, checks, asPublicReads(checks))
    const restsOn = checks.flatMap(({ id, number }) => (shown.includes(number) ? [id] : []))
    return [{ kind: 'refusal', data: { dossier, lot, lotNumber, on, failed, restsOn }, concerns: { organisations: [exporter], lot } }]
  },
}
