/* A card as it is shown on a day: its row, its acts, who holds it. Names are those of organisations; an artisan's card says the cooperative. */
import { mustParse } from '../../../kernel/schema.ts'
import { listOf } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { OrganisationId } from '../../people/contract.ts'
import { CardKind, type CardSummary, CardSummary as Summary } from '../contract.ts'
import { type StoredAct, StoredAct as Act, cardStateOn } from '../domain/card-state.ts'
import type { OperatorDoors } from './doors.ts'
import type { CardRow } from './store-cards.ts'
import { listArtisans } from './store.ts'

const Acts = listOf(Act)
export const actsOf = (row: Pick<CardRow, 'acts'>): readonly StoredAct[] => mustParse(Acts, row.acts)

export interface OnDay {
  readonly tenant: string
  readonly on: string
}
/** Cards that existed on the day, in the order of the rows. */
export async function cardsOnDay(
  tx: Tx,
  doors: Pick<OperatorDoors, 'people'>,
  { tenant, on, rows }: OnDay & { readonly rows: readonly CardRow[] },
): Promise<readonly CardSummary[]> {
  const artisans = new Map(
    (await listArtisans(tx, tenant, { ids: rows.flatMap((row) => (row.artisan === null ? [] : [row.artisan])) })).map((one) => [
      one.id,
      one,
    ]),
  )
  const standing = rows.flatMap((row) => {
    const state = cardStateOn(actsOf(row), on)
    return state === null ? [] : [{ row, state }]
  })
  const bodies = standing.flatMap(({ row, state }) => {
    const holder = row.organisation ?? (row.artisan === null ? null : (artisans.get(row.artisan)?.cooperative ?? null))
    return [holder, state.period?.issuedBy ?? null].filter((one) => one !== null)
  })
  const ids = [...new Set(bodies)].map((one) => mustParse(OrganisationId, one))
  const names = new Map<string, string>((await doors.people.organisations(tx, ids, tenant)).map((one) => [one.id, one.name]))
  return standing.map(({ row, state }) => {
    const holder = row.organisation ?? artisans.get(row.artisan ?? '')?.cooperative ?? null
    const { period, application } = state
    return mustParse(Summary, {
      id: row.id,
      kind: mustParse(CardKind, row.kind),
      state: state.state,
      number: period?.number ?? null,
      holder:
        row.organisation === null ? { kind: 'artisan', artisan: row.artisan } : { kind: 'organisation', organisation: row.organisation },
      holderName: holder === null ? null : (names.get(holder) ?? null),
      class: period?.class ?? row.class,
      zone: period?.zone ?? row.zone,
      issuedBy: period?.issuedBy ? (names.get(period.issuedBy) ?? null) : null,
      issuedOn: period?.issuedOn ?? null,
      validFrom: period?.validFrom ?? null,
      validUntil: period?.validUntil ?? null,
      daysLeft: state.daysLeft,
      appliedOn: application?.on ?? null,
      examinationDueOn: application?.examinationDueOn ?? null,
      fileLateDays: application?.fileLateDays ?? null,
    })
  })
}
