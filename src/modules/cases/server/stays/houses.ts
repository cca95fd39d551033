/*
The stays of one house in the log: sealed like a case, under a key of the house, because who sleeps where is what somebody who looks for a person would
ask first. Whose stay it is lies in a box of its own, under a key of that stay which goes when the case is forgotten: the house keeps its nights, and
nobody finds who slept there. Rooms come from the register as they stand on the day; the stays decider never sees an address.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import type { Outcome } from '../../../../kernel/outcome.ts'
import { mustParse, orNull, record, text } from '../../../../kernel/schema.ts'
import type { Door } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { subjectName } from '../../../../platform/log/event.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import type { AccountId } from '../../../people/contract.ts'
import type { Room } from '../../contract-directory.ts'
import { type Shelter, shelterDecider } from '../../domain/shelter/shelter.ts'
import { type ShelterCommand, StayId, StayMoved } from '../../domain/shelter/shelter-words.ts'
import { type RecordKeys, sealEvent } from '../record/box.ts'
import { asProgram } from '../record/records.ts'
import { Hidden, type Inner, type InnerDecider, markOf, sealedAggregate, sealedKinds } from '../record/sealed-aggregate.ts'
import { findRecordKey, keepRecordKey } from '../record/store-record-keys.ts'

export const HOUSE = 'shelter-stays'
export const houseAggregate = { name: HOUSE, kinds: sealedKinds } as const
interface HouseContext {
  readonly by: AccountId
  readonly at: string
  readonly rooms: readonly Room[]
  /** Of who is admitted. */
  readonly named: { readonly case: string; readonly key: Uint8Array } | null
  /** A stay of this number is in another house, which no house is told more of. */
  readonly isElsewhere: boolean
}
export const StayNamed = record({ stay: StayId, box: text(4000) })
export const StayName = record({ case: text(60), subject: text(40), family: orNull(text(40)) })
const NAMED = 'shelter-stay.named.v1'
export const STAY = 'stay'
const inHouse: InnerDecider<Shelter, ShelterCommand, HouseContext> = {
  initial: shelterDecider.initial,
  decide: (shelter, command, { by, at, rooms, named, isElsewhere }) => {
    if (isElsewhere) return refused('shelter-stay-not-so-far')
    const arranged = { ...shelter, arrangements: [{ from: '0000-01-01', rooms }] }
    const decided = shelterDecider.decide(arranged, command, { by, at })
    if (!decided.ok) return decided
    const moved = decided.value.map(({ kind, payload }): Inner => ({ thing: null, kind, payload: { ...payload, subject: undefined } }))
    if (named === null || command.step !== 'admit') return accepted(moved)
    const { stay, subject, family } = command
    const box = sealEvent(named.key, subjectName(STAY, stay), { case: named.case, subject, family })
    return accepted([...moved, { thing: null, kind: NAMED, payload: { stay, box } }])
  },
  evolve: (shelter, { kind, payload }) =>
    kind === NAMED
      ? shelter
      : shelterDecider.evolve(shelter, {
          kind: 'shelter-stay.moved.v1',
          payload: mustParse(StayMoved, JSON.parse(JSON.stringify(payload))),
        }),
  isForgotten: () => false,
}

export interface HouseWork {
  readonly door: Pick<Door, 'execute' | 'read'>
  readonly who: Who
  readonly envelope: CommandEnvelope
  readonly shelter: string
  readonly command: Exclude<ShelterCommand, { step: 'arrange' }>
  readonly context: Omit<HouseContext, 'at' | 'named' | 'isElsewhere'>
  /** Of who is admitted. */
  readonly case: string | null
}
/** One step of one stay. `room-full`, `room-would-be-mixed` and the other refusals of the decider. */
export async function inTheHouse(keys: RecordKeys, work: HouseWork): Promise<Outcome<Receipt>> {
  const { door, who, envelope, shelter: id, command, context } = work
  const subject = subjectName(HOUSE, id)
  const wrapped = await door.read(async (tx) => {
    await asProgram(tx)
    return findRecordKey(tx, who.tenant, subject)
  })
  const key = wrapped === null ? keys.make() : keys.unwrap(wrapped, subject)
  return door.execute({
    ...{ aggregate: sealedAggregate(HOUSE, { key, id, decider: inHouse }), subject: id, envelope, who },
    command: new Hidden(command, markOf(key, envelope.id, command)),
    context: async (tx, shelter, moment) => {
      await asProgram(tx)
      const now = await findRecordKey(tx, who.tenant, subject)
      if (now === null && wrapped === null)
        await keepRecordKey(tx, who.tenant, { subject, wrapped: keys.wrap(key, subject), at: moment.now })
      else if (now === null || wrapped === null || Buffer.compare(now, wrapped) !== 0)
        throw new Error('the key of a house changed while it was used; asked again it will be answered')
      const named = work.case === null ? null : { case: work.case, key: keys.make() }
      const known = { ...context, at: moment.happenedAt, named, isElsewhere: false }
      if (named === null || !inHouse.decide(shelter, command, known).ok) return known
      const stay = subjectName(STAY, command.step === 'admit' ? command.stay : '')
      if ((await findRecordKey(tx, who.tenant, stay)) !== null) return { ...known, isElsewhere: true }
      await keepRecordKey(tx, who.tenant, { subject: stay, wrapped: keys.wrap(named.key, stay), at: moment.now })
      return known
    },
  })
}
