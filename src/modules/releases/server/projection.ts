/* How agreements and releases become rows. */
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { AgreementDrafted, AgreementEnded, AgreementSigned } from '../domain/agreement.ts'
import { ReleaseApproved, ReleaseAsked, ReleaseTurnedDown, ReleaseWithdrawn } from '../domain/release.ts'
import { ReleaseLooked } from '../domain/release-look.ts'
import * as store from './store.ts'

export const releasesProjection: Projection = {
  name: 'releases',
  tables: ['sharing_agreement', 'statistics_release', 'statistics_release_look'],
  apply: {
    'sharing-agreement.drafted.v1': on(AgreementDrafted, (tx, { tenant, subject, payload: { terms, by }, learnedAt }) =>
      store.insertAgreement(tx, tenant, { id: subjectId(subject), terms, expiresOn: terms.expiresOn, by, at: learnedAt }),
    ),
    'sharing-agreement.signed.v1': on(AgreementSigned, (tx, { tenant, subject, payload }) =>
      store.signAgreement(tx, tenant, { id: subjectId(subject), signedOn: payload.signedOn }),
    ),
    'sharing-agreement.ended.v1': on(AgreementEnded, (tx, { tenant, subject, payload }) =>
      store.endAgreement(tx, tenant, { id: subjectId(subject), ...payload }),
    ),
    'statistics-release.asked.v1': on(ReleaseAsked, (tx, { tenant, subject, payload, learnedAt }) =>
      store.insertRelease(tx, tenant, { ...payload, id: subjectId(subject), at: learnedAt }),
    ),
    'statistics-release.looked-at.v1': on(ReleaseLooked, (tx, { tenant, subject, payload, learnedAt }) =>
      store.insertLook(tx, tenant, { ...payload, id: subjectId(subject), at: learnedAt }),
    ),
    'statistics-release.approved.v1': on(ReleaseApproved, (tx, { tenant, subject, payload }) =>
      store.approveRelease(tx, tenant, { ...payload, id: subjectId(subject) }),
    ),
    'statistics-release.turned-down.v1': on(ReleaseTurnedDown, (tx, { tenant, subject, payload }) =>
      store.closeRelease(tx, tenant, { ...payload, id: subjectId(subject), state: 'turned-down' }),
    ),
    'statistics-release.withdrawn.v1': on(ReleaseWithdrawn, (tx, { tenant, subject, payload }) =>
      store.closeRelease(tx, tenant, { ...payload, id: subjectId(subject), state: 'withdrawn' }),
    ),
  },
}
