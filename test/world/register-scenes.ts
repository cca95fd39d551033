/*
Scenes of the register: titles, bodies, people and pits of the certified site with a photograph, a record that was made twice and merged,
and a paper that names another territoire than the position. Sent as an officer of the division sends them.
*/
import { subjectOf } from './client.ts'
import { sendPaper } from './papers.ts'
import type { Stage } from './stage.ts'

const source = { name: 'Division provinciale des Mines de Lukanda', reference: 'Fiche d’identification' }
const address = { country: 'CD', subnationalDivisionL1Text: 'Lukanda (fictive)', addressLocalityText: 'Lukanda' }
const umoja = {
  identifier: 'COOP-UMOJA',
  name: 'Coopérative minière Umoja',
  entityType: 'cooperative',
  legalForm: 'Coopérative minière',
  tin: 'N/A',
  approvalNumber: 'AG-014/2024',
  cooperative: true,
  legalAddress: address,
}

/** What the division writes down about a site on one day. */
export async function describeSite(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  const inspector = stage.as('inspector')
  const contents = [
    {
      group: 'licence',
      licence: {
        licenceType: 'artisanal_permit',
        subtype: 'ZEA',
        number: 'ZEA-XL-03',
        grantedOn: '2023-05-02',
        coveredCommodities: ['2609.00.00', '2615.90.00'],
      },
    },
    { group: 'party', role: 'cooperative', entity: umoja },
    { group: 'party', role: 'operator', entity: umoja },
    {
      group: 'description',
      altitudeMetres: 1480,
      areaHectares: 12.5,
      localGeographicDesignation: 'Rive gauche de la Mweupe',
      scheme: 'ITSCI',
      schemeSector: 'Lukanda-Nord',
      mineralRoutes: [{ mineral: 'Sn', sellingPoints: ['Lukanda'], finalDestinations: ['Comptoir Nyota'] }],
      polygon: {
        type: 'Polygon',
        coordinates: [
          [
            [21.439, -2.5145],
            [21.4435, -2.5145],
            [21.4435, -2.5105],
            [21.439, -2.5105],
            [21.439, -2.5145],
          ],
        ],
      },
    },
    { group: 'workforce', men: 168, women: 46, under15: 0, from15To18: 0 },
    { group: 'pits', count: 7, pitType: 'shaft', depthMetres: 18 },
    { group: 'mercury', use: 'no' },
    { group: 'access', dry: { way: 'motorbike' }, wet: { way: 'foot', hoursOnFoot: 3.5 } },
    { group: 'activity', activity: 'active' },
  ]
  for (const content of contents) subjectOf(await inspector.post(`/api/sites/${site}/entries`, { content, from: day, source }))
  const file = await sendPaper(stage, 'inspector')
  subjectOf(
    await inspector.post(`/api/sites/${site}/documents`, {
      attachment: { file, title: 'Entrée du puits principal', kind: 'photo' },
      on: day,
    }),
  )
}

/** The same place registered a second time under a name as it is heard, found and merged. */
export async function mergeTwice(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  const inspector = stage.as('inspector')
  const twice = subjectOf(
    await inspector.post('/api/sites', {
      nationalId: 'XL-0901',
      name: 'Site de Muto Mweupe II',
      country: 'CD',
      minerals: ['Sn'],
      source,
      position: { at: { latitude: -2.5131, longitude: 21.4418 }, origin: 'approximation' },
      stated: { province: 'Lukanda (fictive)', territoire: 'Lukanda-Nord' },
    }),
  )
  subjectOf(await inspector.post(`/api/sites/${twice}/entries`, { content: { group: 'workforce', men: 90, women: 20 }, from: day, source }))
  subjectOf(await inspector.post(`/api/sites/${twice}/merge`, { into: site, reason: 'Même puits, inscrit deux fois' }))
}

/** Two papers that name another territoire than the position; the province has said its word on one. */
export async function disagreePlaces(stage: Stage, { open, settled }: { readonly open: string; readonly settled: string }): Promise<void> {
  const inspector = stage.as('inspector')
  for (const site of [open, settled])
    subjectOf(
      await inspector.post(`/api/sites/${site}/corrections`, {
        reason: 'Papier de la concession relu',
        stated: { province: 'Lukanda (fictive)', territoire: 'Lukanda-Lac' },
      }),
    )
  subjectOf(
    await inspector.post(`/api/sites/${settled}/settled-place`, {
      verdict: 'boundary-doubt',
      reason: 'Le site est au bord de la rivière qui fait limite ; à revoir avec le chef de secteur.',
    }),
  )
}
