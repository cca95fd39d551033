/*
What becomes of a dossier besides a certificate: sent back for revision, given up, closed when the goods have left. Sending back is not refusing: the
checks as they stand go with it, and what was declared stays beside what is declared next.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, asId } from '../../../kernel/schema.ts'
import type { CancelDossier, CloseDossier, RequestRevision } from '../contract-dossier.ts'
import type { DossierEvent } from './dossier-events.ts'
import { type DossierContext, type KnownLot, type OpenedDossier, reportsOf } from './dossier-state.ts'

type Decision = Outcome<readonly DossierEvent[]>
export type Certifier = 'verifier' | 'validator'

export function requestRevision(
  dossier: OpenedDossier,
  { as, data }: { readonly as: Certifier; readonly data: Infer<typeof RequestRevision> },
  context: KnownLot,
): Decision {
  if (dossier.state !== 'open' && dossier.state !== 'recommended') return refused('dossier-not-open', { state: dossier.state })
  const { today: on, account, rulebook } = context
  const checks = [...reportsOf(dossier, context)]
  const payload = { on, by: as, account: asId('account', account), reason: data.reason, checks, rulebook }
  return accepted([{ kind: 'dossier.revision-requested.v1', payload }])
}

const GIVEN_UP: readonly OpenedDossier['state'][] = ['open', 'recommended', 'revision-requested', 'refused']

export function cancel(
  dossier: OpenedDossier,
  data: Infer<typeof CancelDossier>,
  { organisation, today }: Pick<DossierContext, 'organisation' | 'today'>,
): Decision {
  if (organisation !== dossier.exporter) return refused('not-the-exporter')
  if (dossier.state === 'cancelled') return refused('dossier-cancelled')
  if (!GIVEN_UP.includes(dossier.state)) return refused('already-certified', { state: dossier.state })
  return accepted([{ kind: 'dossier.cancelled.v1', payload: { on: today, reason: data.reason } }])
}

export function close(
  dossier: OpenedDossier,
  data: Infer<typeof CloseDossier>,
  { account, today }: Pick<DossierContext, 'account' | 'today'>,
): Decision {
  if (dossier.state !== 'shipped') return refused('goods-not-shipped', { state: dossier.state })
  const payload = { on: today, account: asId('account', account), ...(data.remark === undefined ? {} : { remark: data.remark }) }
  return accepted([{ kind: 'dossier.closed.v1', payload }])
}
