/* The read table of published versions. */
import { type Projection, on } from '../../../platform/log/projection.ts'
import { formKinds } from '../domain/form.ts'
import { insertVersion } from './store-forms.ts'

export const formProjection: Projection = {
  name: 'forms',
  tables: ['form_version'],
  apply: {
    'form.published.v1': on(formKinds['form.published.v1'], (tx, event) =>
      insertVersion(tx, event.tenant, event.payload, {
        ordinal: event.subjectVersion,
        at: event.learnedAt,
        role: event.actor.role,
        organisation: event.actor.organisation,
        event: event.id,
        hash: Buffer.from(event.hash).toString('hex'),
        position: event.position,
        signedBy: event.device,
      }),
    ),
  },
}
