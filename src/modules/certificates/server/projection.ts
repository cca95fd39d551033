/* How what happens to a dossier becomes rows. */
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import * as happened from '../domain/dossier-events.ts'
import * as store from './store.ts'

export const dossierProjection: Projection = {
  name: 'certificates',
  tables: ['dossier', 'dossier_fact', 'certificate'],
  apply: {
    'dossier.opened.v1': on(happened.DossierOpened, (tx, { payload, subject, tenant, learnedAt }) =>
      store.insertDossier(tx, tenant, { ...payload, id: subjectId(subject), replaces: payload.replaces ?? null, openedAt: learnedAt }),
    ),
    'dossier.revised.v1': on(happened.DossierRevised, (tx, { payload, subject, tenant }) =>
      store.setRevised(tx, tenant, subjectId(subject), payload.terms),
    ),
    'dossier.fact-attached.v1': on(happened.DossierFactAttached, (tx, { payload, subject, subjectVersion, tenant, learnedAt }) =>
      store.insertFact(tx, tenant, {
        dossier: subjectId(subject),
        ordinal: subjectVersion,
        fact: payload.fact,
        by: payload.by ?? 'exporter',
        attachedAt: learnedAt,
      }),
    ),
    'dossier.recommended.v1': on(happened.DossierRecommended, (tx, { payload, subject, tenant }) =>
      store.setRecommended(tx, tenant, {
        id: subjectId(subject),
        on: payload.on,
        by: payload.verifier,
        acknowledged: payload.acknowledged,
      }),
    ),
    'dossier.refused.v1': on(happened.DossierRefused, (tx, { payload, subject, tenant }) =>
      store.setRefused(tx, tenant, { ...payload, id: subjectId(subject) }),
    ),
    'certificate.issued.v1': on(happened.CertificateIssued, (tx, { payload, subject, tenant }) =>
      store.insertCertificate(tx, tenant, { ...payload, dossier: subjectId(subject), replaces: payload.replaces ?? null, issued: payload }),
    ),
    'certificate.revoked.v1': on(happened.CertificateRevoked, (tx, { payload, subject, tenant }) =>
      store.setRevoked(tx, tenant, { ...payload, dossier: subjectId(subject) }),
    ),
  },
}
