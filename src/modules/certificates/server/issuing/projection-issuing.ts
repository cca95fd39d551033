/* How blocks, provisional certificates, uses and keys become rows. */
import { createHash } from 'node:crypto'
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { CertificateIssued, CertificateUsed } from '../../domain/dossier-events.ts'
import * as blocks from '../../domain/issuing/block-events.ts'
import * as keys from '../../domain/issuing/issuer-keys.ts'
import * as store from './store-issuing.ts'

export const issuingProjection: Projection = {
  name: 'issuing',
  tables: ['number_block', 'provisional_certificate', 'certificate_use', 'issuer_key'],
  apply: {
    'number-block.reserved.v1': on(blocks.BlockReserved, (tx, { payload, subject, tenant }) =>
      store.insertBlock(tx, tenant, { ...payload, id: subjectId(subject) }),
    ),
    'number-block.closed.v1': on(blocks.BlockClosed, (tx, { payload, subject, tenant }) =>
      // With a lost telephone the block ends on the day from which it may have been in other hands, not on that of the report.
      store.setBlockClosed(tx, tenant, { ...payload, on: payload.since ?? payload.on, id: subjectId(subject) }),
    ),
    'certificate.provisional-issued.v1': on(blocks.ProvisionalIssued, (tx, { payload, subject, subjectVersion, tenant, learnedAt }) =>
      store.insertSheet(tx, tenant, {
        ...payload.facts,
        ...payload,
        block: subjectId(subject),
        ordinal: subjectVersion,
        codeHash: createHash('sha256').update(payload.code).digest('hex'),
        usedTwice: payload.problem !== undefined,
        arrivedAt: learnedAt,
      }),
    ),
    'certificate.provisional-withdrawn.v1': on(blocks.ProvisionalWithdrawn, (tx, { payload, subject, tenant }) =>
      store.setSheetWithdrawn(tx, tenant, { ...payload, block: subjectId(subject) }),
    ),
    'certificate.issued.v1': on(CertificateIssued, async (tx, { payload, tenant }) => {
      if (payload.confirms !== undefined) await store.setSheetConfirmed(tx, tenant, { number: payload.number, on: payload.issuedOn })
    }),
    'certificate.used.v1': on(CertificateUsed, (tx, { payload, subjectVersion, tenant }) =>
      store.insertUse(tx, tenant, {
        ...payload,
        ordinal: subjectVersion,
        massGrams: payload.massGrams ?? null,
        remark: payload.remark ?? null,
      }),
    ),
    'issuer-key.added.v1': on(keys.KeyAdded, (tx, { payload, tenant }) => store.upsertKey(tx, tenant, { ...payload, validUntil: null })),
    'issuer-key.retired.v1': on(keys.KeyRetired, (tx, { payload, tenant }) => store.upsertKey(tx, tenant, payload)),
    'issuer-key.revoked.v1': on(keys.KeyRevoked, (tx, { payload, tenant }) => store.setKeyRevoked(tx, tenant, payload)),
  },
}
