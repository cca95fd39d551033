/*
Scenes of people and papers: approvals and cards of the province with their clocks, artisans with their cards, a month that the trader reported. All
names are invented; the trader's first card ran out for zone 1 and the running one is for zone 2.
*/
import { addDays, addMonths } from '../../src/kernel/calendar.ts'
import { looseRecord, mustParse } from '../../src/kernel/schema.ts'
import { DocumentRef } from '../../src/modules/documents/contract.ts'
import { baselineJpeg } from '../sample-files.ts'
import { subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

const ZONE_1 = 'ZEA-LK-01'
const ZONE_2 = 'ZEA-LK-02'
const ARTISANS = [
  { name: 'Amani Lwanzo', sex: 'male', birthDate: '1994-03-02', identityNumber: 'LK-100-442', card: 'CEA-LK-0001', daysAgo: 120 },
  { name: 'Neema Sanvura', sex: 'female', birthDate: '1988-11-19', identityNumber: 'LK-100-507', card: 'CEA-LK-0002', daysAgo: 325 },
  { name: 'Bisimwa Kaghoma', sex: 'male', birthDate: '2003-07-28', identityNumber: 'LK-100-613', card: null, daysAgo: 20 },
] as const
/** For gates: names that may stand in one answer only. */
export const artisanNames: readonly string[] = ARTISANS.map(({ name }) => name)

const holder = (stage: Stage, key: 'cooperative' | 'trader' | 'exporter') => ({
  kind: 'organisation',
  organisation: stage.organisation(key),
})

/** The three bodies are described, and get what they need to trade. */
export async function openRegisterOfOperators(stage: Stage, day: string): Promise<void> {
  const describe = async (key: 'cooperative' | 'trader' | 'exporter', entityType: string, more: object): Promise<void> =>
    void subjectOf(
      await stage.as('planner').post(`/api/operators/${stage.organisation(key)}/descriptions`, {
        entityType,
        legalAddress: { country: 'CD', province: 'Lukanda (fictive)', locality: 'Lukanda', street: '12, avenue du Marché' },
        ...more,
      }),
    )
  await describe('cooperative', 'cooperative', { legalForm: 'Société coopérative', nationalId: '14-830-N41207', ownership: 'cooperative' })
  await describe('trader', 'trader', { rccm: 'CD/LK/RCCM/21-A-00417', ownership: 'congolese', contact: { phone: '+243810000417' } })
  await describe('exporter', 'comptoir', {
    rccm: 'CD/LK/RCCM/18-B-00052',
    taxNumber: 'A1803377K',
    shareCapital: { currency: 'USD', amountCents: 25_000_000 },
  })
  await enter(stage, {
    kind: 'trader-card',
    holder: holder(stage, 'trader'),
    number: 'CN-LK-2024-017',
    class: 'A',
    zone: ZONE_1,
    issuedOn: day,
  })
}

const enter = async (stage: Stage, card: object): Promise<string> => subjectOf(await stage.as('planner').post('/api/cards', card))

/** A year later: the card for zone 1 was not renewed; another is issued for zone 2, on an application. Approvals run, one of them not for long. */
export async function issueCards(stage: Stage, day: string): Promise<void> {
  const asked = await stage.as('trader').post('/api/card-applications', {
    kind: 'trader-card',
    holder: holder(stage, 'trader'),
    class: 'A',
    zone: ZONE_2,
    appliedOn: addDays(day, -9),
  })
  subjectOf(await stage.as('inspector').post(`/api/cards/${subjectOf(asked)}/issues`, { number: 'CN-LK-2026-044', issuedOn: day }))
  await enter(stage, {
    kind: 'cooperative-approval',
    holder: holder(stage, 'cooperative'),
    number: 'AGR-COOP-0311',
    issuedOn: day,
    validUntil: addDays(stage.today, 18),
  })
  await enter(stage, { kind: 'comptoir-approval', holder: holder(stage, 'exporter'), number: 'AGR-0044', issuedOn: day })
}

/** Members come with their cards; one waits for his. */
export async function registerArtisans(stage: Stage, day: string): Promise<void> {
  const agent = stage.as('agent')
  for (const { name, sex, birthDate, identityNumber, card, daysAgo } of ARTISANS) {
    const since = addDays(day, -daysAgo)
    const artisan = subjectOf(
      await agent.post('/api/artisans', {
        cooperative: stage.organisation('cooperative'),
        sex,
        birthDate,
        nationality: 'CD',
        memberSince: since,
        identityNumber,
        person: { name },
      }),
    )
    const about = { kind: 'miner-card', holder: { kind: 'artisan', artisan }, zone: ZONE_1 }
    if (card === null) subjectOf(await agent.post('/api/card-applications', about))
    else subjectOf(await stage.as('inspector').post('/api/cards', { ...about, number: card, issuedOn: since }))
  }
}

/** The division lets the trader's goods travel once. */
export async function drawPapers(stage: Stage, day: string): Promise<string> {
  const division = stage.as('inspector')
  const link = { kind: 'operator', organisation: stage.organisation('trader') }
  const paper = subjectOf(
    await division.post('/api/papers', {
      type: 'transport-authorisation',
      issuer: stage.organisation('division'),
      number: 'AT-0131/LK',
      values: {
        consignor: 'Négoce Bahati',
        consignee: 'Comptoir Nyota',
        mineral: 'Cassitérite',
        kilograms: 480,
        route: 'Lukanda – Kiwanja – chef-lieu',
        vehicle: '4712AB/19',
      },
      signatories: [
        { function: 'Chef de division', body: 'Division provinciale des Mines de Lukanda' },
        { function: 'Agent', body: 'SAEMAPE Lukanda' },
      ],
      links: [link],
      scan: await sendPhoto(stage),
    }),
  )
  subjectOf(await division.post(`/api/papers/${paper}/issue`, { issuedOn: day }))
  subjectOf(await stage.as('trader').post(`/api/papers/${paper}/uses`, { on: day, massGrams: 478_500 }))
  subjectOf(
    await stage.as('trader').post('/api/papers', {
      type: 'purchase-slip',
      issuer: stage.organisation('trader'),
      number: 'BA-2026-118',
      values: {
        day,
        place: 'Point de vente de Kiwanja',
        seller: 'Coopérative minière Umoja',
        buyer: 'Négoce Bahati',
        mineral: 'Cassitérite',
        kilograms: 96.5,
      },
      signatories: [{ function: 'Gérant', body: 'Négoce Bahati' }],
      links: [link, { kind: 'operator', organisation: stage.organisation('cooperative') }],
    }),
  )
  return paper
}
/** A week after its end the paper is shown for a second trip, with more than it states. */
export async function useAgain(stage: Stage, { paper, day }: { readonly paper: string; readonly day: string }): Promise<void> {
  subjectOf(await stage.as('agent').post(`/api/papers/${paper}/uses`, { on: day, massGrams: 512_000 }))
}
async function sendPhoto(stage: Stage): Promise<unknown> {
  const sent = await stage.as('inspector').upload('/api/files', baselineJpeg, 'image/jpeg')
  return mustParse(looseRecord({ file: DocumentRef }), sent.body).file
}

/** The month before the last is filed, a little late. */
export async function fileMonth(stage: Stage, day: string): Promise<void> {
  const month = addMonths(day, -1).slice(0, 7)
  const path = `/api/operators/${stage.organisation('trader')}/months/${month}/filings`
  subjectOf(await stage.as('trader').post(path, {}))
}
