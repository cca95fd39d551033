/*
The stays of one house in the log: sealed like a case, under a key of the house, because who sleeps where is what somebody who looks for a person would
ask first. Rooms come from the register as they stand on the day; the stays decider never sees an address.
*/
import { accepted } from '../../../../kernel/outcome.ts'
import type { Outcome } from '../../../../kernel/outcome.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import type { Door } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { subjectName } from '../../../../platform/log/event.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import type { AccountId } from '../../../people/contract.ts'
import type { Room } from '../../contract-directory.ts'
import { type Shelter, shelterDecider } from '../../domain/shelter/shelter.ts'
import { type ShelterCommand, StayMoved } from '../../domain/shelter/shelter-words.ts'
import type { RecordKeys } from '../record/box.ts'
import { asProgram } from '../record/records.ts'
import { Hidden, type Inner, type InnerDecider, markOf, sealedAggregate, sealedKinds } from '../record/sealed-aggregate.ts'
import { findRecordKey, keepRecordKey } from '../record/store-record-keys.ts'

export const HOUSE = 'shelter-stays'
export const houseAggregate = { name: HOUSE, kinds: sealedKinds } as const
interface HouseContext {
  readonly by: AccountId
  readonly at: string
  readonly rooms: readonly Room[]
  /** The case of who is admitted: it stands beside the event. */
  readonly case: string | null
}
const inHouse: InnerDecider<Shelter, ShelterCommand, HouseContext> = {
  initial: shelterDecider.initial,
  decide: (shelter, command, { by, at, rooms, case: of }) => {
    const arranged = { ...shelter, arrangements: [{ from: '0000-01-01', rooms }] }
    const decided = shelterDecider.decide(arranged, command, { by, at })
    return decided.ok ? accepted(decided.value.map((event): Inner => ({ thing: of, kind: event.kind, payload: event.payload }))) : decided
  },
  evolve: (shelter, { payload }) =>
    shelterDecider.evolve(shelter, { kind: 'shelter-stay.moved.v1', payload: mustParse(StayMoved, payload) }),
  isForgotten: () => false,
}

export interface HouseWork {
  readonly door: Pick<Door, 'execute' | 'read'>
  readonly who: Who
  readonly envelope: CommandEnvelope
  readonly shelter: string
  readonly command: Exclude<ShelterCommand, { step: 'arrange' }>
  readonly context: Omit<HouseContext, 'at'>
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
    context: async (tx, _shelter, moment) => {
      await asProgram(tx)
      const now = await findRecordKey(tx, who.tenant, subject)
      if (now === null && wrapped === null)
        await keepRecordKey(tx, who.tenant, { subject, wrapped: keys.wrap(key, subject), at: moment.now })
      else if (now === null || wrapped === null || Buffer.compare(now, wrapped) !== 0)
        throw new Error('the key of a house changed while it was used; asked again it will be answered')
      return { ...context, at: moment.happenedAt }
    },
  })
}
