/* A count written on a telephone without network: taken later as its author's, once, on the day that was said; whoever else's telephone it is cannot send one. */
import { expect, test } from 'vitest'
import { fieldWorker, person, program } from '../../../test/field-bed.ts'
import { newId, subjectOf } from '../../../test/world/client.ts'
import { mustParse } from '../../kernel/schema.ts'
import { ParcelAnswers } from '../field/contract.ts'
import { PointDetail } from './contract.ts'
import { mobilityOffline } from './ui/offline/part.ts'
import { blankTally, groupOf } from './ui/tally.ts'

test('a parcel is a sending, twice is once', async () => {
  const { phone } = await fieldWorker('FLOW_ENUMERATOR')
  const { client: keeper } = await person(['MONITORING_OFFICER'])
  const area = 'CD61'
  const point = subjectOf(
    await keeper.post('/api/flow-points', { code: newId().slice(-12), name: 'Piste', type: 'mine-access', area, from: '2026-11-01' }),
  )
  expect(mobilityOffline.subjectOf('/api/flow-counts', 'x')).toBe('flow-count:x')
  expect(mobilityOffline.subjectOf('/api/flow-counts/x/withdrawals', 'x')).toBeNull()
  const group = groupOf({ ...blankTally, men: 6, women: 3, size: '10' }, 9)
  const parcel = phone.parcel('/api/flow-counts', { point, day: '2026-11-20', groups: [group] })
  const client = await phone.client()
  for (let tries = 0; tries < 2; tries += 1) {
    const { answers } = mustParse(ParcelAnswers, (await client.send('/api/field/parcels', { parcels: [parcel] })).body)
    await program.modules.field.desk.sweep()
    expect(['taken', 'waiting'], JSON.stringify(answers)).toContain(answers[0]?.state)
  }
  const path = `/api/flow-points/${point}/flows?from=2026-11-20&until=2026-11-20`
  const { days, findings, sendings } = mustParse(PointDetail, (await keeper.get(path)).body)
  expect(days).toEqual([{ day: '2026-11-20', state: 'counted', passages: { is: 'shown', n: 10 }, misfits: 1 }])
  expect([findings, sendings.length]).toEqual([[{ day: '2026-11-20', hour: 9, size: 10, sum: 9 }], 1])
})
