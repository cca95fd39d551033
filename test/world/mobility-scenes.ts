/* Scenes of flow monitoring: the road to a site on which four times as many people pass as in spring, one suspended for a while, groups that do not add up. Few commands: Saturdays only. */
import { addDays } from '../../src/kernel/calendar.ts'
import { quarterOf } from '../../src/kernel/disclosure/place-and-time.ts'
import { type Answer, subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

const taken = (answer: Answer): string => subjectOf(answer)
const COD = { country: 'COD' }
interface Passing {
  readonly day: string
  readonly inbound: number
  readonly outbound: number
}
/** A day at the road, in four groups. */
const groupsOf = ({ inbound, outbound }: Passing): readonly object[] => {
  const children = Math.floor(inbound / 6)
  const men = Math.floor(inbound * 0.6)
  const shared = { under5: 0, transport: 'moto', stay: 'week-to-3-months' }
  return [
    {
      ...{ ...shared, hour: 7, direction: 'in', size: inbound, women: inbound - men - children, men, girls: 0, boys: children },
      ...{
        from: { ...COD, adm1: 'CD62' },
        reason: 'work-mining',
        nationalities: [
          { iso3: 'COD', n: inbound - 6 },
          { iso3: 'BDI', n: 6 },
        ],
      },
    },
    {
      ...{ ...shared, hour: 11, direction: 'out', size: outbound, women: outbound - 4, men: 4, girls: 0, boys: 0, transport: 'foot' },
      ...{ to: { ...COD, adm1: 'XL1' }, reason: 'trade' },
    },
  ]
}

export interface FlowRoads {
  readonly road: string
}
export async function openRoads(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<FlowRoads> {
  const keeper = stage.as('monitor')
  const road = taken(
    await keeper.post('/api/flow-points', {
      ...{ code: 'LUK-01', name: 'Piste de Mto Mweupe', type: 'mine-access', area: 'XL102', site, from: day },
    }),
  )
  await keeper.post('/api/flow-points', {
    code: 'LUK-02',
    name: 'Gare routière de Lukanda',
    type: 'transport-hub',
    area: 'XL101',
    from: day,
  })
  return { road }
}
/** One sending for each day that is given. */
export async function countDays(stage: Stage, { road }: FlowRoads, days: readonly Passing[]): Promise<void> {
  for (const passing of days)
    taken(await stage.as('enumerator').post('/api/flow-counts', { point: road, day: passing.day, groups: groupsOf(passing) }))
}
/** Twelve quiet Saturdays, told in one go when the network came back, then four with the rush. */
export const quietAndRush = (today: string): readonly Passing[] =>
  Array.from({ length: 16 }, (_, week) => {
    const day = addDays(today, -1 - 7 * (15 - week))
    return week < 12 ? { day, inbound: 24 + (week % 3) * 4, outbound: 18 } : { day, inbound: 78 + week * 3, outbound: 16 }
  })
/** A group whose boxes do not make its size, and a week without counting for want of security. */
export async function misfitAndSuspension(stage: Stage, { road }: FlowRoads): Promise<void> {
  const day = addDays(stage.today, -3)
  const group = {
    hour: 15,
    direction: 'in',
    size: 12,
    women: 3,
    men: 7,
    girls: 0,
    boys: 1,
    under5: 0,
    transport: 'truck',
    reason: null,
    stay: null,
  }
  taken(await stage.as('enumerator').post('/api/flow-counts', { point: road, day, groups: [group] }))
}
export async function suspendAndResume(
  stage: Stage,
  { road }: FlowRoads,
  days: { readonly from: string; readonly until: string },
): Promise<void> {
  const at = `/api/flow-points/${road}`
  taken(await stage.as('monitor').post(`${at}/suspensions`, { from: days.from, reason: 'security' }))
  taken(await stage.as('monitor').post(`${at}/resumptions`, { from: days.until }))
}
/** The whole of it; few days, so that few commands. */
export function mobilityScenes(
  stage: Stage,
  site: () => string,
): readonly { readonly on: number; readonly play: (day: string) => Promise<void> }[] {
  const roads = { road: '' }
  return [
    { on: -119, play: async (day) => void Object.assign(roads, await openRoads(stage, { site: site(), day })) },
    {
      on: -2,
      play: async () => {
        await suspendAndResume(stage, roads, { from: addDays(stage.today, -50), until: addDays(stage.today, -44) })
        await countDays(
          stage,
          roads,
          quietAndRush(stage.today).filter(({ day }) => day < addDays(stage.today, -2)),
        )
      },
    },
    {
      on: -1,
      play: async () => {
        await countDays(stage, roads, quietAndRush(stage.today).slice(-1))
        await misfitAndSuspension(stage, roads)
        await stateForeignWorkers(stage, quarterOf(addDays(stage.today, -91)))
      },
    },
  ]
}
/** Numbers of foreign workers of two areas, as two sources state them: sources stand beside each other. */
export async function stateForeignWorkers(stage: Stage, quarter: string): Promise<void> {
  const line = (n: number, more: object) => ({ sector: 'mining', nation: 'china', sex: 'male', age: '35-49', permit: 'valid', n, ...more })
  const sheets = [
    {
      area: 'XL101',
      source: 'labour-office',
      lines: [line(18, {}), line(7, { sector: 'trade', nation: 'south-asia' }), line(3, { sex: 'female' })],
    },
    {
      area: 'XL102',
      source: 'labour-office',
      lines: [line(44, {}), line(12, { permit: 'expired' }), line(6, { sex: 'female', age: '25-34' })],
    },
    { area: 'XL102', source: 'inspection', lines: [line(61, { permit: 'unknown' }), line(14, { permit: 'none' })] },
  ]
  for (const sheet of sheets) taken(await stage.as('monitor').post('/api/foreign-workers', { quarter, ...sheet }))
}
