/*
Rows become the typed shapes of the contract: identifiers and words are checked once, here, so that nothing behind it needs to
trust a text. A row that does not fit is a fault of the program and is thrown.
*/
import {
  type Infer,
  calendarDate,
  grams,
  mustParse,
  looseRecord,
  milligrams,
  orNull,
  text,
  instant,
  whole,
} from '../../../../kernel/schema.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { Mineral, SiteId } from '../../../sites/contract.ts'
import { LotId, LotKind, LotState, Severity } from '../../contract.ts'
import type { LotRow } from './store-lot-reads.ts'

const LotShape = looseRecord({
  id: LotId,
  number: text(),
  kind: LotKind,
  state: LotState,
  mineral: Mineral,
  massGrams: grams(),
  drawnGrams: whole(),
  massMilligrams: orNull(milligrams()),
  drawnMilligrams: orNull(whole()),
  holder: OrganisationId,
  owner: orNull(OrganisationId),
  recipient: orNull(OrganisationId),
  site: orNull(SiteId),
  tag: orNull(text()),
  producedOn: orNull(calendarDate()),
  formedOn: calendarDate(),
  lastOn: calendarDate(),
  quarantineBecause: orNull(text()),
  quarantinedAt: orNull(instant()),
  seizedAt: orNull(instant()),
  worstFinding: orNull(Severity),
  learnedAt: instant(),
  certificate: orNull(text()),
})
export type LotShape = Readonly<Infer<typeof LotShape>>

export const readLot = (row: LotRow): LotShape => mustParse(LotShape, row)

/** A lot for lists, without the names of site and organisations. */
export function briefOf(lot: LotShape) {
  const { id, number, kind, state, mineral, massGrams, massMilligrams, holder, owner, recipient, site, tag, producedOn, formedOn } = lot
  const { learnedAt, worstFinding, drawnGrams, drawnMilligrams } = lot
  const parties = { holder, owner, recipient }
  return {
    ...{
      id,
      number,
      kind,
      state,
      mineral,
      massGrams,
      massMilligrams,
      ...parties,
      site,
      tag,
      producedOn,
      formedOn,
      learnedAt,
      worstFinding,
    },
    ...heldSinceOf(lot),
    remainingGrams: massGrams - drawnGrams,
    remainingMilligrams: massMilligrams === null ? null : massMilligrams - (drawnMilligrams ?? 0),
  }
}
const heldSinceOf = ({ state, quarantinedAt, seizedAt }: LotShape): { readonly heldSince?: LotShape['learnedAt'] } => {
  const since = state === 'seized' ? seizedAt : state === 'quarantined' ? quarantinedAt : null
  return since === null ? {} : { heldSince: since }
}
