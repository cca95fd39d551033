/* Sealed events of houses become rows of beds, as far as their keys open them. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { StayMoved } from '../../domain/shelter/shelter-words.ts'
import type { RecordKeys } from '../record/box.ts'
import { asProgram } from '../record/records.ts'
import { innerOf, sealedKinds } from '../record/sealed-aggregate.ts'
import { findRecordKey } from '../record/store-record-keys.ts'
import { HOUSE } from './houses.ts'
import { changeStay, findStretches, forgetStays, insertStay } from './store-stays.ts'

export const stayProjection = (keys: RecordKeys): Projection => ({
  name: 'stays',
  tables: ['case_stay'],
  apply: {
    'case.sealed.v1': on(sealedKinds['case.sealed.v1'], async (tx, event) => {
      if (!event.subject.startsWith(`${HOUSE}:`)) return
      await asProgram(tx)
      const wrapped = await findRecordKey(tx, event.tenant, event.subject)
      const inner = wrapped === null ? null : innerOf(keys.unwrap(wrapped, event.subject), event.subject, event.payload.box)
      if (inner !== null) await applyStay(tx, event, { case: inner.thing ?? '', payload: inner.payload })
    }),
    'case.forgotten.v1': async (tx, event) => {
      await asProgram(tx)
      await forgetStays(tx, event.tenant, subjectId(event.subject))
    },
  },
})

async function applyStay(
  tx: Tx,
  stored: StoredEvent,
  { case: of, payload }: { readonly case: string; readonly payload: unknown },
): Promise<void> {
  const said = mustParse(StayMoved, payload)
  const { tenant } = stored
  if (said.step === 'admit') {
    const { stay, subject, placedWith, family, room, to: state } = said
    const organisation = stored.actor.organisation ?? ''
    const stretches = [{ room, from: said.on, to: null }]
    return insertStay(tx, tenant, {
      stay,
      shelter: subjectId(stored.subject),
      organisation,
      case: of,
      subject,
      placedWith,
      family,
      state,
      stretches,
      lastReviewOn: said.on,
    })
  }
  if (said.step === 'review') return changeStay(tx, tenant, { stay: said.stay, state: said.to, reviewedOn: said.on })
  const ended = (await findStretches(tx, tenant, said.stay)).map((one) => (one.to === null ? { ...one, to: said.on } : one))
  if (said.step === 'leave')
    return changeStay(tx, tenant, { stay: said.stay, state: said.to, stretches: ended, left: said.reason, isForced: said.isForced })
  return changeStay(tx, tenant, { stay: said.stay, state: said.to, stretches: [...ended, { room: said.room, from: said.on, to: null }] })
}
