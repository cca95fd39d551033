/* How what happens to operators, artisans, cards and reports becomes rows. The plain tables of persons are not touched from here. */
import type { StoredEvent } from '../../../platform/log/event.ts'
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { ArtisanErased, ArtisanMoved, ArtisanRegistered } from '../domain/artisan.ts'
import { CardApplied, CardEnded, type CardEvent, CardIssued, actOf } from '../domain/card.ts'
import { OperatorDescribed } from '../domain/operator.ts'
import { ReportFiled } from '../domain/trader-report.ts'
import * as store from './store.ts'
import * as cards from './store-cards.ts'

async function writeCard(tx: Tx, event: StoredEvent, happened: CardEvent): Promise<void> {
  const id = subjectId(event.subject)
  if (happened.kind === 'card.applied.v1' || happened.kind === 'card.issued.v1') {
    const { kind, holder, zone } = happened.payload
    await cards.insertCard(tx, event.tenant, {
      id,
      kind,
      organisation: holder.kind === 'organisation' ? holder.organisation : null,
      artisan: holder.kind === 'artisan' ? holder.artisan : null,
      class: happened.payload.class,
      zone,
      learnedAt: event.learnedAt,
    })
  }
  const period =
    happened.kind === 'card.issued.v1'
      ? {
          number: happened.payload.number,
          class: happened.payload.class,
          zone: happened.payload.zone,
          from: happened.payload.validFrom,
          until: happened.payload.validUntil,
        }
      : null
  await cards.addAct(tx, event.tenant, { id, act: actOf(happened), period })
}
const ended = (kind: 'card.application-refused.v1' | 'card.withdrawn.v1' | 'card.reported-lost.v1') =>
  on(CardEnded, (tx, event) => writeCard(tx, event, { kind, payload: event.payload }))

export const operatorProjection: Projection = {
  name: 'operators',
  tables: ['operator', 'artisan', 'card', 'card_number', 'trader_report'],
  apply: {
    'operator.described.v1': on(OperatorDescribed, (tx, { tenant, subject, payload, learnedAt }) =>
      store.setOperator(tx, tenant, {
        organisation: subjectId(subject),
        entityType: payload.entityType,
        described: payload,
        describedAt: learnedAt,
      }),
    ),
    'artisan.registered.v1': on(ArtisanRegistered, (tx, { tenant, subject, payload }) =>
      store.insertArtisan(tx, tenant, { ...payload, id: subjectId(subject) }),
    ),
    'artisan.moved.v1': on(ArtisanMoved, (tx, { tenant, subject, payload }) =>
      store.setCooperative(tx, tenant, { artisan: subjectId(subject), cooperative: payload.cooperative, since: payload.on }),
    ),
    'artisan.person-erased.v1': on(ArtisanErased, (tx, { tenant, subject, learnedAt }) =>
      store.setErased(tx, tenant, { artisan: subjectId(subject), at: learnedAt }),
    ),
    'card.applied.v1': on(CardApplied, (tx, event) => writeCard(tx, event, { kind: 'card.applied.v1', payload: event.payload })),
    'card.issued.v1': on(CardIssued, (tx, event) => writeCard(tx, event, { kind: 'card.issued.v1', payload: event.payload })),
    'card.application-refused.v1': ended('card.application-refused.v1'),
    'card.withdrawn.v1': ended('card.withdrawn.v1'),
    'card.reported-lost.v1': ended('card.reported-lost.v1'),
    'trader-report.filed.v1': on(ReportFiled, (tx, { tenant, subject, payload, learnedAt }) =>
      cards.insertReport(tx, tenant, { ...payload, organisation: subjectId(subject), filed: payload, learnedAt }),
    ),
  },
}
