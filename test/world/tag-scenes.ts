/*
Scenes of tags between the printer and the bag: a baseline report, the box with its three keys, a request from asking to counting,
others that are still under way, counts of which one does not come out even, tags taken out for a day.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { listOf, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

/** SAEMAPE counts what the site can produce, the scheme validates. A second report awaits its second person. */
export async function measureSite(stage: Stage, { site, day }: { site: string; day: string }): Promise<string> {
  const report = {
    site,
    inspectionType: 'mining',
    body: 'SAEMAPE',
    observedOn: day,
    miners: 214,
    shafts: 6,
    tunnels: 2,
    washingStations: 3,
  }
  const baseline = subjectOf(
    await stage.as('agent').post('/api/baselines', {
      ...report,
      production: [
        { mineral: 'Sn', dailyGrams: 210_000, monthlyGrams: 5_040_000 },
        { mineral: 'Ta', dailyGrams: 12_000, monthlyGrams: 290_000 },
      ],
    }),
  )
  subjectOf(await stage.as('scheme').post(`/api/baselines/${baseline}/validations`, {}))
  // A month of 45 days: kept, and warned of.
  await stage
    .as('agent')
    .post('/api/baselines', { ...report, miners: 230, production: [{ mineral: 'Sn', dailyGrams: 200_000, monthlyGrams: 9_000_000 }] })
  subjectOf(
    await stage
      .as('scheme')
      .post(`/api/tag-lockboxes/${site}/quotas`, { allowedTags: 600, basis: 'baseline', basisId: baseline, from: day }),
  )
  return baseline
}

export async function setUpBox(stage: Stage, { site }: { site: string }): Promise<void> {
  const keys = {
    saemape: stage.organisation('saemape'),
    cooperative: stage.organisation('cooperative'),
    concessionOwner: stage.organisation('titleHolder'),
  }
  subjectOf(await stage.as('scheme').post(`/api/tag-lockboxes/${site}/key-holders`, keys))
}

/** A series with check digit and a key of GS1 comes from the printer; the cooperative asks, gets a part of it and counts it. */
export async function answerRequest(
  stage: Stage,
  { site, day }: { site: string; day: string },
): Promise<{ batch: string; request: string }> {
  const scheme = stage.as('scheme')
  const batch = subjectOf(
    await scheme.post('/api/tag-batches', {
      ...{ issuer: 'ITSCI', tagType: 'mine', series: 'LX-', digits: 6, from: 1, to: 2_000, checkDigit: 'luhn', receivedOn: day },
      gs1Key: '0614141123452',
    }),
  )
  const cooperative = stage.as('cooperative')
  const request = subjectOf(
    await cooperative.post('/api/tag-requests', { site, tagType: 'mine', quantity: 150, reason: 'Reprise après la saison des pluies' }),
  )
  subjectOf(await scheme.post(`/api/tag-requests/${request}/reviews`, {}))
  subjectOf(await scheme.post(`/api/tag-requests/${request}/revision-requests`, { reason: 'Compter d’abord ce qui reste au coffre' }))
  subjectOf(await cooperative.post(`/api/tag-requests/${request}/revisions`, { quantity: 120, reason: 'Coffre compté avec le SAEMAPE' }))
  subjectOf(await scheme.post(`/api/tag-requests/${request}/approvals`, { quantity: 120, reason: 'Selon le coffre compté' }))
  subjectOf(await scheme.post(`/api/tag-batches/${batch}/parts`, { site, from: 1, to: 120, request, allocatedOn: day }))
  subjectOf(await cooperative.post(`/api/tag-requests/${request}/receptions`, { counted: 119, remark: 'Une étiquette manque au paquet' }))
  subjectOf(
    await scheme.post(`/api/tag-batches/${batch}/declarations`, {
      from: 120,
      to: 120,
      as: 'lost',
      reason: 'Manquait au paquet à la réception',
    }),
  )
  return { batch, request }
}

/** One request awaits its review, one its tags on the way; one of a site whose green lapsed will get none. */
export async function askAround(stage: Stage, { site, lapsed }: { site: string; lapsed: string }): Promise<void> {
  const agent = stage.as('agent')
  subjectOf(await stage.as('cooperative').post('/api/tag-requests', { site, tagType: 'mine', quantity: 80 }))
  const waiting = subjectOf(await agent.post('/api/tag-requests', { site: lapsed, tagType: 'mine', quantity: 60 }))
  subjectOf(await stage.as('scheme').post(`/api/tag-requests/${waiting}/reviews`, {}))
}

/** Three days of counting; on the second, two tags are missing. A damaged tag is declared three days late, a void one destroyed. */
export async function countBox(stage: Stage, { site, day }: { site: string; day: string }): Promise<void> {
  const agent = stage.as('agent')
  const present = ['saemape', 'cooperative', 'concession-owner']
  const count = async (on: string, counts: object): Promise<void> =>
    void subjectOf(await agent.post(`/api/tag-lockboxes/${site}/counts`, { day: on, counts, present }))
  const [first, second, third] = [addDays(day, -2), addDays(day, -1), day]
  await count(first, { opening: 513, received: 0, used: 6, damaged: 1, returned: 0, closing: 506 })
  await count(second, { opening: 506, used: 4, closing: 500 })
  await count(third, { opening: 500, used: 5, closing: 495 })
  const [lk = ''] = await batchesOf(stage, 'LK-')
  const damaged = { from: 390, to: 391, as: 'damaged', declaredOn: addDays(day, -3), reason: 'Fil coupé dans le sac' }
  subjectOf(await agent.post(`/api/tag-batches/${lk}/declarations`, damaged))
  subjectOf(
    await agent.post(`/api/tag-batches/${lk}/destructions`, { from: 390, to: 390, reason: 'Brûlée devant les trois détenteurs de clé' }),
  )
}

/** The tags that the agent has for the day after: given out the evening before, so that the play ends in the past at every hour. */
export async function handOut(stage: Stage, { site, day }: { site: string; day: string }): Promise<void> {
  const [batch = ''] = await batchesOf(stage, 'LK-')
  const agent = stage.as('agent')
  subjectOf(await agent.post(`/api/tag-lockboxes/${site}/activations`, { batch, from: 7, to: 106, day: addDays(day, 1) }))
  subjectOf(await agent.post(`/api/tag-lockboxes/${site}/counts`, { day, counts: { opening: 495 }, present: ['saemape', 'cooperative'] }))
}

const Batches = looseRecord({ batches: listOf(looseRecord({ id: text(), first: text() })) })
/** The batches whose first number begins so. */
const batchesOf = async (stage: Stage, series: string): Promise<readonly string[]> =>
  mustParse(Batches, (await stage.as('agent').get('/api/tag-batches')).body)
    .batches.filter((one) => one.first.startsWith(series))
    .map((one) => one.id)
