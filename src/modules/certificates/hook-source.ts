/*
What machines of partners are told of certificates: issued and refused to those whom it concerns, a revocation to everybody, as the public list
does. Reasons are free text and stay in the house; of a refusal the checks that failed are named.
*/
import { mustParse } from '../../kernel/schema.ts'
import { subjectId } from '../../platform/log/event.ts'
import type { HookSource } from '../../platform/log/hook-source.ts'
import { dossierKinds } from './domain/dossier-events.ts'

export const certificateHooks: HookSource = {
  kinds: ['certificate.issued.v1', 'dossier.refused.v1', 'certificate.revoked.v1'],
  needEarlier: ['dossier.refused.v1'],
  newsOf: ({ kind, subject, payload }, earlier) => {
    const dossier = subjectId(subject)
    if (kind === 'certificate.issued.v1') {
      const { number, issuedOn, expiresOn, lot, lotNumber, exporter, replaces } = mustParse(dossierKinds[kind], payload)
      const data = { number, issuedOn, expiresOn, dossier, lot, lotNumber, replaces: replaces ?? null }
      return [{ kind: 'certificate', data, concerns: { organisations: [exporter], lot } }]
    }
    if (kind === 'certificate.revoked.v1') {
      const { number, on } = mustParse(dossierKinds[kind], payload)
      return [{ kind: 'revocation', data: { number, on }, concerns: 'everybody' }]
    }
    const opened = earlier.find((one) => one.kind === 'dossier.opened.v1')
    if (!opened) return []
    const { lot, lotNumber, exporter } = mustParse(dossierKinds['dossier.opened.v1'], opened.payload)
    const { on, checks } = mustParse(dossierKinds['dossier.refused.v1'], payload)
    const failed = checks.flatMap((check) => (check.result === 'failed' ? [check.id] : []))
    return [{ kind: 'refusal', data: { dossier, lot, lotNumber, on, failed }, concerns: { organisations: [exporter], lot } }]
  },
}
