import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import {
  type Bag,
  certify,
  combine,
  deliverTags,
  openDossier,
  recommend,
  sellToExporter,
  weighBag,
} from '../../../../test/world/chain-scenes.ts'
import { subjectOf } from '../../../../test/world/client.ts'
import { sites } from '../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../test/world/site-scenes.ts'
import { openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'

// The whole house: what a certificate says of a lot is known to custody in the same transaction.
describe('one certificate for the same goods', async () => {
  const world = await freshDatabase()
  const stage = await openStage({ program: world.program, setClock: world.setClock }, 500)
  const mweupe = sites[0]
  if (!mweupe) throw new Error('no site')
  const site = await registerSite(stage, mweupe, 1)
  await goOnMission(stage, { day: stage.onDay(-100), visited: [{ site }] })
  const since = stage.onDay(-90)
  await signOrder(stage, { number: '0100/2025', day: since, annex: [{ site, colour: 'green' }] })
  await deliverTags(stage, { site, series: 'LK-', from: 1, to: 50, day: since })
  let made = 0
  const exportLot = async (): Promise<{ readonly lot: string; readonly massGrams: number }> => {
    const day = stage.onDay(-60 + made)
    const inputs: Bag[] = [await weighBag(stage, { site, tag: `LK-00000${++made}`, mineral: 'Sn', massGrams: 48_000, day })]
    const trader = subjectOf(await combine(stage, { who: 'trader', number: `N-${made}`, kind: 'trader-lot', inputs, day }))
    await sellToExporter(stage, { lot: trader, sentGrams: 48_000, receivedGrams: 48_000, day })
    const from = [{ lot: trader, massGrams: 48_000 }]
    return {
      lot: subjectOf(await combine(stage, { who: 'exporter', number: `E-${made}`, kind: 'export-lot', inputs: from, day })),
      massGrams: 48_000,
    }
  }
  const [certified, drawn, voided] = [await exportLot(), await exportLot(), await exportLot()]
  const dossierOf = (lot: string, day: string) => openDossier(stage, { lot, day, grade: '66,4 % Sn', element: 'Sn', value: 66.4 })
  const codeOf = (answer: { readonly body: unknown }): string => /"code":"([a-z-]+)"/.exec(JSON.stringify(answer.body))?.[1] ?? 'accepted'
  const stateOf = async (lot: string) => (await stage.as('verifier').get(`/api/lots/${lot}`)).body

  test('a certified lot is exported: it is not drawn again, sent, corrected or voided, until its certificate is revoked', async () => {
    const { lot, massGrams } = certified
    const dossier = await dossierOf(lot, stage.onDay(-20))
    subjectOf(await recommend(stage, dossier))
    subjectOf(await certify(stage, dossier, { expiresOn: addDays(stage.today, 30) }))
    expect(await stateOf(lot)).toMatchObject({ lot: { state: 'exported' } })
    const again = (number: string, day: number) =>
      combine(stage, { who: 'exporter', number, kind: 'export-lot', inputs: [{ lot, massGrams }], day: stage.onDay(day) })
    expect(codeOf(await again('EX-AGAIN-1', -19))).toBe('lot-is-certified')
    const sending = { to: stage.organisation('trader'), massGrams, sentOn: stage.onDay(-19) }
    expect(codeOf(await stage.as('exporter').post(`/api/lots/${lot}/transfers`, sending))).toBe('lot-is-certified')
    expect(codeOf(await stage.as('agent').post(`/api/lots/${lot}/voidings`, { reason: 'r' }))).toBe('lot-is-certified')
    expect(codeOf(await stage.as('agent').post(`/api/lots/${lot}/corrections`, { massGrams, reason: 'r' }))).toBe('lot-is-certified')
    expect((await world.program.log.checkRebuild()).differences).toBe(0)
    const { body } = await stage.as('validator').get('/api/certificates')
    const number = /"number":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? ''
    subjectOf(await stage.as('validator').post(`/api/certificates/${number}/revocation`, { on: stage.onDay(-18), reason: 'r' }))
    expect(await stateOf(lot)).toMatchObject({ lot: { state: 'held' } })
    expect(codeOf(await again('EX-AGAIN-2', -18))).toBe('accepted')
  })

  test('a lot from which others drew, and one that was voided since, are not certified', async () => {
    const dossier = await dossierOf(drawn.lot, stage.onDay(-10))
    subjectOf(
      await combine(stage, {
        who: 'exporter',
        number: 'PART',
        kind: 'export-lot',
        inputs: [{ lot: drawn.lot, massGrams: 10_000 }],
        day: stage.onDay(-10),
      }),
    )
    expect(await recommend(stage, dossier)).toMatchObject({
      status: 409,
      body: { refusal: { code: 'checks-failed', facts: { checks: [5] } } },
    })
    const other = await dossierOf(voided.lot, stage.onDay(-9))
    subjectOf(await stage.as('agent').post(`/api/lots/${voided.lot}/voidings`, { reason: 'r' }))
    expect(await recommend(stage, other)).toMatchObject({
      status: 409,
      body: { refusal: { code: 'checks-failed', facts: { checks: [10] } } },
    })
    // Both dossiers carry receipt Q-77120: who certifies reads of which lot the other is, the exporter only that there is one.
    const eighth = async (who: string) => {
      const { body } = await stage.as(who).get(`/api/dossiers/${other}`)
      const checks: unknown = typeof body === 'object' && body !== null && 'checks' in body ? body.checks : []
      return JSON.stringify(Array.isArray(checks) ? checks[7] : null)
    }
    expect(await eighth('verifier')).toMatch(/paper-elsewhere".*Q-77120.*E-2/)
    expect(await eighth('exporter')).toContain('paper-elsewhere-kept')
    expect(await eighth('exporter')).not.toContain('E-2')
  })
})
