/* An incident comes up after a certificate was issued: who certifies is told with a way to revoke, the certificate counts until somebody does. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { certify, combine, deliverTags, openDossier, recommend, sellToExporter, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { subjectOf } from '../../../../../test/world/client.ts'
import { sites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { capabilitiesOf } from '../../../people/domain/roles.ts'
import { TouchedCertificates } from '../../contract-issuing.ts'

const world = await freshDatabase()
let stage: Stage
let [site, number] = ['', '']
beforeAll(async () => {
  stage = await openStage(world, 500)
  const [first] = sites
  if (!first) throw new Error('the province has sites')
  site = await registerSite(stage, first, 1)
  await goOnMission(stage, { day: stage.onDay(-100), visited: [{ site }] })
  const since = stage.onDay(-90)
  await signOrder(stage, { number: '0100/2025', day: since, annex: [{ site, colour: 'green' }] })
  await deliverTags(stage, { site, series: 'LK-', from: 1, to: 50, day: since })
  const day = stage.onDay(-60)
  const bag = await weighBag(stage, { site, tag: 'LK-000001', mineral: 'Sn', massGrams: 48_000, day })
  const trader = subjectOf(await combine(stage, { who: 'trader', number: 'N-1', kind: 'trader-lot', inputs: [bag], day }))
  await sellToExporter(stage, { lot: trader, sentGrams: 48_000, receivedGrams: 48_000, day, paper: 'AT-1' })
  const inputs = [{ lot: trader, massGrams: 48_000 }]
  const lot = subjectOf(await combine(stage, { who: 'exporter', number: 'E-1', kind: 'export-lot', inputs, day }))
  const dossier = await openDossier(stage, { lot, day: stage.onDay(-30), grade: '66,4 % Sn', element: 'Sn', value: 66.4 })
  subjectOf(await recommend(stage, dossier))
  subjectOf(await certify(stage, dossier, { expiresOn: addDays(stage.today, 40) }))
  number = /"number":"(CD-[0-9-]+)"/.exec(JSON.stringify((await stage.as('validator').get('/api/certificates')).body))?.[1] ?? ''
  return () => stage.app.close()
}, 60_000)

const touched = async (who: string) =>
  mustParse(TouchedCertificates, (await stage.as(who).get('/api/touched-certificates')).body).certificates
const notices = (role: string, now: string) =>
  world.program.database.read((tx) =>
    world.program.modules.certificates.notices.waiting(
      tx,
      { tenant: 'cd', capabilities: capabilitiesOf([role]), territory: 'everywhere', organisation: stage.organisation('ceec') },
      now,
    ),
  )

test('verifier and validator are told, with a link to the certificate; the exporter is not; revoking ends it', async () => {
  const since = stage.onDay(-10)
  const now = `${since}T12:00:00.000Z`
  const said = { source: 'civil-society', category: 'armed-presence', risks: ['A2'], account: 'Hommes armés au puits.' }
  const incident = subjectOf(
    await stage.as('witness').post('/api/incidents', { ...said, place: { kind: 'site', site }, confidentiality: 'restricted' }),
  )
  subjectOf(await stage.as('witness').post(`/api/incidents/${incident}/take-ups`, {}))
  subjectOf(await stage.as('witness').post(`/api/incidents/${incident}/verifications`, {}))
  expect(await touched('validator')).toEqual([])
  expect(await notices('CEEC_VALIDATOR', now)).toEqual([])
  const conclusion = { as: 'confirmed', basis: 'two-sources', finding: 'Vu deux fois.' }
  subjectOf(await stage.as('witness').post(`/api/incidents/${incident}/conclusions`, conclusion))

  // Restricted: they read that something touches it, and not what.
  for (const who of ['verifier', 'validator'])
    expect(await touched(who)).toEqual([{ number, lotNumber: 'E-1', since, incident: null, incidentNumber: null }])
  expect(await touched('exporter')).toEqual([])
  const waiting = { kind: 'certificatesTouched', path: `/certificates/${number}`, count: 1, keys: [`${number}/${since}`] }
  for (const role of ['CEEC_VERIFIER', 'CEEC_VALIDATOR']) expect(await notices(role, now)).toEqual([waiting])
  expect(await notices('EXPORTER', now)).toEqual([])
  expect(JSON.stringify((await stage.as('validator').get(`/api/certificates/${number}`)).body)).toContain('"status":"valid"')

  subjectOf(await stage.as('validator').post(`/api/certificates/${number}/revocation`, { on: since, reason: 'Incident grave confirmé.' }))
  expect(await touched('validator')).toEqual([])
})
