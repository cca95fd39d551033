/* How what happens to risks and declarations becomes rows. */
import type { Schema } from '../../../kernel/schema.ts'
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { DeclarationWithdrawn, PlaceDeclared } from '../domain/declaration.ts'
import { RiskRecorded, riskKinds } from '../domain/risk-events.ts'
import * as store from './store-risks.ts'

const act = (kind: string, schema: Schema<unknown>) =>
  on(schema, (tx, { tenant, subject, payload }) => store.addRiskAct(tx, tenant, { id: subjectId(subject), kind, payload }))
const { 'risk.recorded.v1': _recorded, ...later } = riskKinds

export const riskProjection: Projection = {
  name: 'risks',
  tables: ['risk', 'risk_declaration'],
  apply: {
    ...Object.fromEntries(Object.entries(later).map(([kind, schema]) => [kind, act(kind, schema)])),
    'risk.recorded.v1': on(RiskRecorded, async (tx, event) => {
      const { subject, number, code, on: recordedOn, body } = event.payload
      await store.insertRisk(tx, event.tenant, {
        ...{ id: subjectId(event.subject), number, code, subjectKind: subject.kind, recordedOn, recordedBy: body },
        subject: subject.kind === 'organisation' ? subject.organisation : subject.kind === 'site' ? subject.site : null,
        route: subject.kind === 'route' ? subject.route : null,
      })
      await act('risk.recorded.v1', RiskRecorded)(tx, event)
    }),
    'risk-declaration.made.v1': on(PlaceDeclared, (tx, { tenant, subject, payload }) =>
      store.insertDeclaration(tx, tenant, { id: subjectId(subject), by: payload.body, on: payload.on, declared: payload }),
    ),
    'risk-declaration.withdrawn.v1': on(DeclarationWithdrawn, (tx, { tenant, subject, payload }) =>
      store.withdrawDeclaration(tx, tenant, { id: subjectId(subject), on: payload.on }),
    ),
  },
}
