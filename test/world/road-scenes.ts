/*
Scenes of one road, from the mine to the provincial capital by the selling point: a roadblock that holds, one that nobody saw for a year, one that was lifted, and
a survey that looked at one territoire and at no other. All invented.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

export const ROAD_NAME = 'Axe Mweupe – Lukanda – Nyota'
export const ROADBLOCK_NAME = 'Carrefour Mawe'
export const ROADBLOCK_OPERATOR = 'Groupe de la Colline'

const source = (name: string, reliability: string, credibility: string) => ({ name, reliability, credibility })
const survey = source('Relevé de l’équipe mobile (fictif)', 'B', '2')

export async function mapTheRoad(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  const ago = (days: number): string => addDays(day, -days)
  const analyst = stage.as('analyst')
  const waypoint = (latitude: number, longitude: number, name: string | null) => ({ at: { latitude, longitude }, name })
  const road = subjectOf(
    await analyst.post('/api/conflict/roads', {
      name: ROAD_NAME,
      waypoints: [
        waypoint(-2.5123, 21.4411, 'Mto Mweupe 2'),
        waypoint(-2.58, 21.452, ROADBLOCK_NAME),
        waypoint(-2.655, 21.46, 'Lukanda'),
        waypoint(-2.745, 21.478, 'Pont de la Luka'),
        waypoint(-2.86, 21.47, null),
        waypoint(-2.95, 21.55, 'Usine de Nyota'),
      ],
      links: [
        { kind: 'site', site, name: 'Mto Mweupe 2', waypoint: 0 },
        { kind: 'selling-point', site: null, name: 'Dépôt de Bahati', waypoint: 2 },
        { kind: 'exit-point', site: null, name: 'Nyota, chef-lieu', waypoint: 5 },
      ],
      armed: 'yes',
      source: survey,
      asOf: ago(12),
    }),
  )
  const propose = async (who: string, facts: object): Promise<string> => {
    const roadblock = subjectOf(await stage.as(who).post('/api/conflict/roadblocks', { road, at: null, ...facts }))
    subjectOf(await analyst.post(`/api/conflict/roadblocks/${roadblock}/confirmations`, {}))
    return roadblock
  }
  const held = await propose('witness', {
    ...{ name: ROADBLOCK_NAME, km: 7.6, barrier: 'rope', taxed: ['persons', 'minerals'], resources: ['Sn', 'Ta'] },
    operators: [{ actor: null, written: ROADBLOCK_OPERATOR, class: 'armed-group' }],
    amount: { value: 0.5, currency: 'USD', per: 'kilogram' },
    ...{ firstSeen: ago(190), lastSeen: ago(95), source: source('Comité local de suivi (fictif)', 'C', '3') },
  })
  subjectOf(await stage.as('partner').post(`/api/conflict/roadblocks/${held}/sightings`, { seenOn: ago(12), source: survey }))
  await propose('inspector', {
    ...{ name: 'Pont de la Luka, rive droite', km: 27, barrier: 'post', taxed: ['vehicles'], resources: [], amount: null },
    operators: [{ actor: null, written: null, class: 'army' }],
    ...{ firstSeen: ago(430), lastSeen: ago(400), source: source('Note de service (fictive)', 'D', '4') },
  })
  const gone = await propose('inspector', {
    ...{ name: 'Bac de la Luka', km: 29, barrier: 'river-crossing', taxed: ['persons', 'vehicles'], resources: [] },
    operators: [{ actor: null, written: 'chefferie (fictive)', class: 'customary' }],
    amount: { value: 1000, currency: 'CDF', per: 'person' },
    ...{ firstSeen: ago(300), lastSeen: ago(150), source: source('Division des Mines (démonstration)', 'B', '2') },
  })
  subjectOf(await analyst.post(`/api/conflict/roadblocks/${gone}/liftings`, { liftedOn: ago(140), source: survey }))
  subjectOf(
    await analyst.post('/api/conflict/roadblock-surveys', {
      ...{ areas: ['XL101'], from: ago(60), until: day, lookedBy: 'Équipe mobile (fictive)', method: 'trois passages sur l’axe' },
    }),
  )
}
