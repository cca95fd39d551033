/* How what happens to a secret name, and what justice asks, becomes rows. A box is none of them: it is laid down and destroyed beside the log. */
import { listOf, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { NameReader } from '../../contract-names.ts'
import { nameRequestKinds, secretNameKinds as kinds } from '../../domain/names/name-events.ts'
import { findName, insertLook, insertName, setReaders } from './store-names.ts'
import * as beside from './store-requests.ts'

interface Change {
  readonly subject: string
  readonly actor: { readonly account: string }
  readonly learnedAt: string
  readonly position: number
}
/** Every reader of until now but who did it is told, the one left out too. */
async function tellReaders(tx: Tx, tenant: string, { change, what }: { readonly change: Change; readonly what: string }): Promise<void> {
  const { subject, actor, learnedAt: at, position } = change
  const name = subjectId(subject)
  const row = await findName(tx, tenant, name)
  for (const { account } of row === null ? [] : mustParse(listOf(NameReader), row.readers))
    if (account !== actor.account) await beside.insertTold(tx, tenant, { name, account, what, at, position })
}

export const secretNamesProjection: Projection = {
  name: 'secret-names',
  tables: ['secret_name', 'secret_name_look', 'secret_name_notice', 'secret_name_request', 'secret_name_grant'],
  apply: {
    'secret-name.kept.v1': on(kinds['secret-name.kept.v1'], (tx, { tenant, subject, learnedAt, payload: { of, readers } }) =>
      insertName(tx, tenant, { id: subjectId(subject), of, readers, keptAt: learnedAt }),
    ),
    'secret-name.resealed.v1': on(kinds['secret-name.resealed.v1'], async (tx, { tenant, payload: { readers }, ...change }) => {
      await tellReaders(tx, tenant, { change, what: 'resealed' })
      await setReaders(tx, tenant, { id: subjectId(change.subject), readers })
    }),
    'secret-name.looked.v1': on(kinds['secret-name.looked.v1'], (tx, { tenant, subject, actor, learnedAt, position }) =>
      insertLook(tx, tenant, { name: subjectId(subject), account: actor.account, at: learnedAt, position }),
    ),
    'secret-name.forgotten.v1': on(kinds['secret-name.forgotten.v1'], async (tx, { tenant, ...change }) => {
      await tellReaders(tx, tenant, { change, what: 'destroyed' })
      await setReaders(tx, tenant, { id: subjectId(change.subject), readers: [] })
      await beside.endGrants(tx, tenant, { name: subjectId(change.subject) })
    }),
    'secret-name.asked.v1': on(kinds['secret-name.asked.v1'], (tx, { tenant, subject, payload }) =>
      beside.setAsked(tx, tenant, { id: subjectId(subject), asked: payload }),
    ),
    'secret-name.asking-refused.v1': on(kinds['secret-name.asking-refused.v1'], (tx, { tenant, subject }) =>
      beside.setAsked(tx, tenant, { id: subjectId(subject), asked: null }),
    ),
    'secret-name.granted.v1': on(kinds['secret-name.granted.v1'], async (tx, { tenant, payload, ...change }) => {
      const { to: reader, request, until } = payload
      const name = subjectId(change.subject)
      await tellReaders(tx, tenant, { change, what: 'granted' })
      await beside.endGrants(tx, tenant, { name, account: reader.account })
      await beside.insertGrant(tx, tenant, { name, reader, request, until, position: change.position })
    }),
    'name-request.asked.v1': on(nameRequestKinds['name-request.asked.v1'], (tx, { tenant, subject, payload }) => {
      const { by: account, at: askedAt, reason, caseNumber } = payload
      return beside.insertRequest(tx, tenant, { id: subjectId(subject), account, askedAt, reason, caseNumber })
    }),
    'name-request.declined.v1': on(nameRequestKinds['name-request.declined.v1'], (tx, { tenant, subject, payload }) =>
      beside.declineRequest(tx, tenant, { id: subjectId(subject), as: payload.because }),
    ),
  },
}
