/* Sealed events of houses become rows of beds, as far as their keys open them. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId, subjectName } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { mustParse, parse } from '../../../../kernel/schema.ts'
import { StayMoved } from '../../domain/shelter/shelter-words.ts'
import { type RecordKeys, openEvent } from '../record/box.ts'
import { asProgram } from '../record/records.ts'
import { innerOf, sealedKinds } from '../record/sealed-aggregate.ts'
import { findRecordKey } from '../record/store-record-keys.ts'
import { HOUSE, STAY, StayName, StayNamed } from './houses.ts'
import { changeStay, findStretches, forgetStays, insertStay, nameStay } from './store-stays.ts'

export const stayProjection = (keys: RecordKeys): Projection => ({
  name: 'stays',
  tables: ['case_stay'],
  apply: {
    'case.sealed.v1': on(sealedKinds['case.sealed.v1'], async (tx, event) => {
      if (!event.subject.startsWith(`${HOUSE}:`)) return
      await asProgram(tx)
      const wrapped = await findRecordKey(tx, event.tenant, event.subject)
      const inner = wrapped === null ? null : innerOf(keys.unwrap(wrapped, event.subject), event.subject, event.payload.box)
      if (inner === null) return
      const named = parse(StayNamed, inner.payload)
      if (!named.ok) return applyStay(tx, event, inner.payload)
      const name = await nameOf(tx, { keys, tenant: event.tenant, ...named.value })
      if (name !== null) await nameStay(tx, event.tenant, { stay: named.value.stay, ...name })
    }),
    'case.forgotten.v1': async (tx, event) => {
      await asProgram(tx)
      await forgetStays(tx, event.tenant, subjectId(event.subject))
    },
  },
})

/** `null` when the key of the stay went with its case. */
async function nameOf(
  tx: Tx,
  { keys, tenant, stay, box }: { readonly keys: RecordKeys; readonly tenant: string; readonly stay: string; readonly box: string },
) {
  const subject = subjectName(STAY, stay)
  const wrapped = await findRecordKey(tx, tenant, subject)
  const opened = wrapped === null ? null : parse(StayName, openEvent(keys.unwrap(wrapped, subject), subject, box))
  return opened?.ok ? opened.value : null
}

async function applyStay(tx: Tx, stored: StoredEvent, payload: unknown): Promise<void> {
  const said = mustParse(StayMoved, payload)
  const { tenant } = stored
  if (said.step === 'admit') {
    const { stay, placedWith, room, to: state } = said
    const organisation = stored.actor.organisation ?? ''
    const stretches = [{ room, from: said.on, to: null }]
    return insertStay(tx, tenant, {
      stay,
      shelter: subjectId(stored.subject),
      organisation,
      ...{ case: '', subject: '', family: null },
      placedWith,
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
