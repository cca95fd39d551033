/* How keys, custodians and recoveries become rows. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { custodianKinds, personalKeyKinds, recoveryKinds } from '../../domain/keys/key-words.ts'
import { confirmNaming, insertKey, insertNaming, retireKey } from './store-keys.ts'
import { finishRecovery, insertGift, insertRecovery, withdrawRecovery } from './store-recovery.ts'

const kinds = { ...personalKeyKinds, ...custodianKinds, ...recoveryKinds } as const

export const keyProjection: Projection = {
  name: 'personal-keys',
  tables: ['vault_reopening', 'vault_recovery_gift', 'vault_recovery', 'key_custodians', 'personal_key'],
  apply: {
    'personal-key.registered.v1': on(kinds['personal-key.registered.v1'], (tx, { tenant, subject, learnedAt, payload }) =>
      insertKey(tx, tenant, { account: subjectId(subject), ...payload, registeredAt: learnedAt }),
    ),
    'personal-key.retired.v1': on(kinds['personal-key.retired.v1'], (tx, { tenant, subject, learnedAt, payload }) =>
      retireKey(tx, tenant, { account: subjectId(subject), ...payload, at: learnedAt }),
    ),
    'key-custodians.named.v1': on(kinds['key-custodians.named.v1'], (tx, { tenant, actor, learnedAt, payload }) =>
      insertNaming(tx, tenant, { ...payload, by: actor.account, at: learnedAt }),
    ),
    'key-custodians.confirmed.v1': on(kinds['key-custodians.confirmed.v1'], (tx, { tenant, actor, learnedAt, payload }) =>
      confirmNaming(tx, tenant, { naming: payload.naming, by: actor.account, at: learnedAt }),
    ),
    'key-recovery.asked.v1': on(kinds['key-recovery.asked.v1'], (tx, { tenant, subject, actor, learnedAt, payload }) =>
      insertRecovery(tx, tenant, { id: subjectId(subject), account: actor.account, ...payload, askedAt: learnedAt }),
    ),
    'key-recovery.share-given.v1': on(kinds['key-recovery.share-given.v1'], (tx, { tenant, subject, learnedAt, payload }) =>
      insertGift(tx, tenant, { id: subjectId(subject), ...payload, at: learnedAt }),
    ),
    'key-recovery.finished.v1': on(kinds['key-recovery.finished.v1'], (tx, { tenant, subject, learnedAt, payload }) =>
      finishRecovery(tx, tenant, { id: subjectId(subject), ...payload, at: learnedAt }),
    ),
    'key-recovery.withdrawn.v1': on(kinds['key-recovery.withdrawn.v1'], (tx, { tenant, subject, learnedAt }) =>
      withdrawRecovery(tx, tenant, { id: subjectId(subject), at: learnedAt }),
    ),
  },
}
