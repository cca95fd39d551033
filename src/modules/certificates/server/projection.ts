/* How what happens to a dossier becomes rows. */
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import * as happened from '../domain/dossier-events.ts'
import { setCourse, setShipped, setTurn } from './dossier/store-course.ts'
import * as store from './store.ts'

export const dossierProjection: Projection = {
  name: 'certificates',
  tables: ['dossier', 'dossier_fact', 'certificate'],
  apply: {
    'dossier.opened.v1': on(happened.DossierOpened, (tx, { payload, subject, tenant, learnedAt }) =>
      store.insertDossier(tx, tenant, {
        ...payload,
        id: subjectId(subject),
        replaces: payload.replaces ?? null,
        openedAt: learnedAt,
        provinces: payload.provinces ?? [],
      }),
    ),
    'dossier.revised.v1': on(happened.DossierRevised, async (tx, { payload, subject, tenant, learnedAt }) => {
      await store.setRevised(tx, tenant, subjectId(subject), payload.terms)
      await setTurn(tx, tenant, { id: subjectId(subject), at: learnedAt })
    }),
    'dossier.fact-attached.v1': on(happened.DossierFactAttached, (tx, { payload, subject, subjectVersion, tenant, learnedAt }) =>
      store.insertFact(tx, tenant, {
        dossier: subjectId(subject),
        ordinal: subjectVersion,
        fact: payload.fact,
        by: payload.by ?? 'exporter',
        attachedAt: learnedAt,
      }),
    ),
    'dossier.recommended.v1': on(happened.DossierRecommended, async (tx, { payload, subject, tenant, learnedAt }) => {
      const { on: day, verifier: by, acknowledged } = payload
      await store.setRecommended(tx, tenant, { id: subjectId(subject), on: day, by, acknowledged })
      await setTurn(tx, tenant, { id: subjectId(subject), at: learnedAt })
    }),
    'dossier.refused.v1': on(happened.DossierRefused, async (tx, { payload, subject, tenant, learnedAt }) => {
      await store.setRefused(tx, tenant, { ...payload, id: subjectId(subject) })
      await setTurn(tx, tenant, { id: subjectId(subject), at: learnedAt })
    }),
    'dossier.revision-requested.v1': on(happened.DossierRevisionRequested, (tx, { payload, subject, tenant, learnedAt }) =>
      setCourse(tx, tenant, { id: subjectId(subject), state: 'revision-requested', reason: payload.reason, at: learnedAt }),
    ),
    'dossier.cancelled.v1': on(happened.DossierCancelled, (tx, { payload, subject, tenant, learnedAt }) =>
      setCourse(tx, tenant, { id: subjectId(subject), state: 'cancelled', reason: payload.reason, at: learnedAt }),
    ),
    'dossier.closed.v1': on(happened.DossierClosed, (tx, { payload, subject, tenant, learnedAt }) =>
      setCourse(tx, tenant, { id: subjectId(subject), state: 'closed', reason: payload.remark ?? null, at: learnedAt }),
    ),
    'certificate.issued.v1': on(happened.CertificateIssued, async (tx, { payload, subject, tenant, learnedAt }) => {
      const dossier = subjectId(subject)
      await store.insertCertificate(tx, tenant, { ...payload, dossier, replaces: payload.replaces ?? null, issued: payload })
      await setTurn(tx, tenant, { id: dossier, at: learnedAt })
    }),
    'certificate.revoked.v1': on(happened.CertificateRevoked, async (tx, { payload, subject, tenant, learnedAt }) => {
      await store.setRevoked(tx, tenant, { ...payload, dossier: subjectId(subject) })
      await setTurn(tx, tenant, { id: subjectId(subject), at: learnedAt })
    }),
    'certificate.used.v1': on(happened.CertificateUsed, (tx, { subject, tenant, learnedAt }) =>
      setShipped(tx, tenant, { id: subjectId(subject), at: learnedAt }),
    ),
  },
}
