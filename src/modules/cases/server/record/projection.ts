/*
How sealed events become the rows of lists. A record whose key is gone gives no row: read again from the log, a forgotten case is as little there as
it was after it was forgotten.
*/
import { createHash } from 'node:crypto'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import type { PersonEvent } from '../../domain/file/file-words.ts'
import { viewKinds } from '../../domain/access/views.ts'
import type { RecordKeys } from './box.ts'
import { CASE, asProgram, fileEventOf } from './records.ts'
import { innerOf, sealedKinds } from './sealed-aggregate.ts'
import { endFile, endFiles, insertFile, insertRelease } from '../attachments/store-files.ts'
import { changeSender, endHandover, insertHandover } from '../handover/store-handovers.ts'
import * as store from './store-cases.ts'
import { findRecordKey } from './store-record-keys.ts'

export const caseProjection = (keys: RecordKeys): Projection => ({
  name: 'cases',
  tables: ['case_row', 'case_member', 'case_text', 'case_referral', 'case_view', 'case_file', 'case_file_release', 'case_handover'],
  apply: {
    'case.sealed.v1': on(sealedKinds['case.sealed.v1'], async (tx, event) => {
      if (!event.subject.startsWith(`${CASE}:`)) return
      await asProgram(tx)
      const wrapped = await findRecordKey(tx, event.tenant, event.subject)
      if (wrapped === null) return
      const inner = innerOf(keys.unwrap(wrapped, event.subject), event.subject, event.payload.box)
      if (inner !== null) await applyPerson(tx, event, fileEventOf(inner).event)
    }),
    'case.forgotten.v1': async (tx, event) => {
      await asProgram(tx)
      await store.forgetCase(tx, event.tenant, subjectId(event.subject))
      await endFiles(tx, event.tenant, { case: subjectId(event.subject), vaults: null })
    },
    'case.viewed.v1': on(viewKinds['case.viewed.v1'], async (tx, { tenant, id, actor, learnedAt: at, payload }) => {
      await asProgram(tx)
      const { account, organisation } = actor
      await store.insertViews(tx, tenant, { id, account, organisation, at, ...payload })
    }),
  },
})

async function applyPerson(tx: Tx, stored: StoredEvent, event: PersonEvent): Promise<void> {
  const { tenant, learnedAt: at, subjectVersion: version } = stored
  const id = subjectId(stored.subject)
  if (event.kind === 'case.moved.v1' && event.payload.step === 'create') {
    const { organisation, type, to: state } = event.payload
    return store.insertCase(tx, tenant, { id, at, organisation, type, state, version })
  }
  await store.updateCase(tx, tenant, { id, at, version, change: changeOf(event) })
  switch (event.kind) {
    case 'case-team.joined.v1':
      return store.putMember(tx, tenant, { id, said: event.payload })
    case 'case-team.left.v1':
      return store.endMember(tx, tenant, { id, account: event.payload.account, at })
    case 'case-owner.assigned.v1':
      return store.changeOwner(tx, tenant, { id, account: event.payload.owner })
    case 'case-handover.offered.v1': {
      const { payload: said } = event
      return insertHandover(tx, tenant, { id, said, from: stored.actor.organisation ?? '', code: slipCode(said.handover) })
    }
    case 'case-handover.ended.v1':
      return endHandover(tx, tenant, { handover: event.payload.handover, state: event.payload.as, reason: event.payload.reason, at })
    case 'case-handover.accepted.v1':
      await changeSender(tx, tenant, { id, organisation: event.payload.recipient })
      return endHandover(tx, tenant, { handover: event.payload.handover, state: 'accepted', reason: null, at })
    case 'case-text.kept.v1':
      return store.insertText(tx, tenant, { id, said: event.payload })
    case 'case-attachment.kept.v1':
      return insertFile(tx, tenant, { id, said: event.payload })
    case 'case-attachment.released.v1':
      return insertRelease(tx, tenant, { id, said: event.payload })
    case 'case-attachment.withdrawn.v1':
      return endFile(tx, tenant, { case: id, attachment: event.payload.attachment })
    case 'case.shredded.v1':
      await endFiles(tx, tenant, { case: id, vaults: ['identity', 'narrative', 'perpetrator'] })
      return store.forgetTexts(tx, tenant, { id, vaults: ['identity', 'narrative', 'perpetrator'] })
    case 'referral.moved.v1': {
      const said = event.payload
      if (said.step !== 'draft') return store.updateReferral(tx, tenant, said)
      const from = stored.actor.organisation ?? ''
      return store.insertReferral(tx, tenant, { id, said, from, code: slipCode(said.referral) })
    }
    default:
      return undefined
  }
}

function changeOf(event: PersonEvent): store.CaseChange {
  switch (event.kind) {
    case 'case.moved.v1': {
      const { payload } = event
      if (payload.step === 'register-minimum')
        return { state: payload.to, province: payload.provinceCode, ...(payload.owner === null ? {} : { owner: payload.owner }) }
      return { state: payload.to }
    }
    case 'case-handover.accepted.v1':
      return { organisation: event.payload.recipient }
    case 'case-owner.assigned.v1':
      return { owner: event.payload.owner }
    case 'case-field.set.v1':
    case 'case-field.conflict-resolved.v1':
      return event.payload.field === 'risk-level' ? { risk: String(event.payload.value) } : {}
    case 'case-field.conflict-found.v1':
      return event.payload.field === 'risk-level' ? { risk: 'high' } : {}
    default:
      return {}
  }
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** Of a number that was drawn: it says nothing of the case, and the service finds the referral by it. */
export function slipCode(referral: string): string {
  const digest = createHash('sha256').update(`slip ${referral}`).digest()
  const letter = (at: number): string => LETTERS[(digest[at] ?? 0) % LETTERS.length] ?? '2'
  const four = (from: number): string => [0, 1, 2, 3].map((at) => letter(from + at)).join('')
  return `${four(0)}-${four(4)}`
}
