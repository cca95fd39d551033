/* Trips under a paper are its uses, once each. */
import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { usesWithTrips } from './trips.ts'

const from = asId('organisation', '01900000-0000-7000-8000-00000000000a')
const to = asId('organisation', '01900000-0000-7000-8000-00000000000b')
const clock = {
  validFrom: '2026-10-01',
  validUntil: '2026-10-31',
  issuedOn: '2026-10-01',
  cancelledOn: null,
  mostUses: 1,
  statedGrams: 40_000,
}
const trip = (on: string, massGrams = 40_000) => ({ on, from, to, massGrams })

test('a first trip in time is a use without a doubt; the next is one too many, after the end, above what is stated', () => {
  const uses = usesWithTrips({ ...clock, uses: [] }, [], [trip('2026-10-05'), trip('2026-11-01', 40_001)])
  expect(uses.map((one) => one.doubts.map((doubt) => doubt.code))).toEqual([[], ['used-again', 'used-after-end', 'more-than-stated']])
})
test('a trip that the office noted as well counts once', () => {
  const noted = { ...trip('2026-10-05'), doubts: [] }
  expect(usesWithTrips({ ...clock, uses: [noted] }, [noted], [trip('2026-10-05')])).toHaveLength(1)
})
