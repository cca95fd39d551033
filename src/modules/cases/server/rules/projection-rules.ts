/* What bodies settle becomes their row, by the same fold as the decision's. */
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { RulesConfirmed, RulesDeclined, RulesProposed, type RulesEvent } from '../../domain/rules/rules-words.ts'
import { rulesDecider } from '../../domain/rules/settle-rules.ts'
import { asProgram } from '../record/records.ts'
import { findRules, saveRules } from './store-rules.ts'

export const rulesProjection: Projection = {
  name: 'case-rules',
  tables: ['protection_rules'],
  apply: {
    'case-rules.proposed.v1': on(RulesProposed, (tx, { tenant, subject, payload }) =>
      keep(tx, { tenant, subject }, { kind: 'case-rules.proposed.v1', payload }),
    ),
    'case-rules.confirmed.v1': on(RulesConfirmed, (tx, { tenant, subject, payload }) =>
      keep(tx, { tenant, subject }, { kind: 'case-rules.confirmed.v1', payload }),
    ),
    'case-rules.declined.v1': on(RulesDeclined, (tx, { tenant, subject, payload }) =>
      keep(tx, { tenant, subject }, { kind: 'case-rules.declined.v1', payload }),
    ),
  },
}
async function keep(tx: Tx, { tenant, subject }: { readonly tenant: string; readonly subject: string }, event: RulesEvent): Promise<void> {
  const organisation = asId('organisation', subjectId(subject))
  await asProgram(tx)
  const { history } = rulesDecider.evolve(await findRules(tx, tenant, organisation), event)
  await saveRules(tx, tenant, { organisation, history })
}
