/*
From the pit to the port: forty bags are read by the camera of a telephone without network at two sites, one of which had lost its status; what may be
bought is bought, blended, cleaned with a loss and exported; and the page of the export lot says of what it is made, what is proven, what is held, and why.
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { listOf, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { kilogramsText } from '../../src/modules/custody/ui/lots/kilograms.ts'
import { moneyText } from '../../src/modules/custody/ui/lots/money.ts'
import { newId } from '../world/client.ts'
import { fitCamera, show } from './camera-hands.ts'
import { answerDialog, at, fillLot, openRow } from './chain-hands.ts'
import { PHONE, carryProvince, enrol, go, newPhone, offerFor, open, sendAll } from './phone-hands.ts'
import { startCopy } from './own-server.ts'
import type { DemonstrationServer } from './start-server.ts'
import { type Visitor, visit } from './visitor.ts'
import { way } from './way.ts'

/** Green, with tags LK-; and green until 41 days ago, with tags LE-. */
const SITES = [
  { name: 'Mto Mweupe 2', series: 'LK-', mineral: 'coltan' },
  { name: 'Mlima Saba', series: 'LE-', mineral: null },
] as const
const EACH = 20
const kilograms = (bag: number): string => `${30 + (bag % 7)},${(bag * 3) % 10}`

/** All of the green site, eight of the other. */
const tagOf = (site: (typeof SITES)[number], bag: number): string =>
  `${site.series}${String((site.series === 'LK-' ? 20 : 100) + bag).padStart(6, '0')}`
const bags = (upTo: number): readonly number[] => Array.from({ length: upTo }, (_, at) => at + 1)
const bought = [...bags(EACH).map((bag) => tagOf(SITES[0], bag)), ...bags(8).map((bag) => tagOf(SITES[1], bag))]
const boughtGrams = [...bags(EACH), ...bags(8)].reduce((sum, bag) => sum + Number(kilograms(bag).replace(',', '')) * 100, 0)
const RELEASED = 'Arrêté de prolongation reçu, effet rétroactif.'
const HELD = 'Plainte reçue sur le puits 4, vérification en cours.'

const folder = mkdtempSync(join(tmpdir(), 'chanzo-chain-'))
const server: DemonstrationServer = await startCopy(join(folder, 'data'))
const phone = await newPhone(server.address)
afterAll(async () => {
  await phone.leave()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

describe('from the pit to the port', () => {
  const step = way(() => phone.photograph('failed-chain-phone'))

  step('the agent’s telephone is enrolled and takes the province along', async () => {
    await fitCamera(phone.page)
    const officer = await visit({ as: 'administrator', address: server.address })
    await enrol(phone, await offerFor(officer, 'SAEMAPE_AGENT'))
    await officer.leave()
    await open(phone)
    await carryProvince(phone, 'Lukanda (fictive)')
  })

  step('without network, forty bags are read by the camera and weighed, twenty at each site', async () => {
    const { page } = phone
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await phone.context.setOffline(true)
    for (const site of SITES) {
      await go(phone, '/weigh/series')
      const again = page.getByRole('button', { name: 'Changer', exact: true })
      if (site !== SITES[0]) await again.click()
      await page.getByLabel('Site', { exact: true }).selectOption({ label: site.name })
      await page
        .getByLabel('À qui est le sac')
        .or(page.getByLabel('À qui sont les sacs'))
        .selectOption({ label: 'Coopérative minière Umoja' })
      if (site.mineral !== null) await page.getByRole('radio', { name: site.mineral }).click()
      await phone.photograph(`chain-01-setup-${site.series}360`)
      await page.getByRole('button', { name: 'Commencer la pesée' }).click()
      for (let bag = 1; bag <= EACH; bag += 1) {
        const tag = tagOf(site, bag)
        await show(page, tag)
        await page.locator('.scale-tag').getByText(tag).waitFor()
        await show(page, null)
        await page.getByLabel('Poids net (kg)').fill(kilograms(bag))
        await page.keyboard.press('Enter')
        await page.getByText(new RegExp(`Sac ${tag} : .* gardé`)).waitFor()
        if (bag === 3) await phone.photograph(`chain-02-weighing-${site.series}360`)
      }
    }
    await phone.photograph('chain-03-forty-360')
    expect(await page.getByText(/40 sacs/).count()).toBeGreaterThan(0)
  })

  step('the network is back and forty bags land; those of the site without a status are held and say why', async () => {
    await phone.context.setOffline(false)
    await sendAll(phone)
    await go(phone, '/field/shelf/sent')
    await phone.page.getByText('Envoyé (40)').waitFor({ timeout: 90_000 })
    await phone.photograph('chain-04-sent-360')
    const agent = await visit({ as: 'agent', address: server.address, width: PHONE })
    await agent.open('/lots?number=LE-000101')
    await agent.page.getByRole('row').filter({ hasText: 'LE-000101' }).getByText('quarantaine').waitFor()
    await agent.photograph('chain-05-held-360')
    await agent.leave()
  })

  step('a second person lets eight of them go with a reason; the cooperative sells what is free, and the goods change hands', async () => {
    const verifier = await visit({ as: 'verifier', address: server.address })
    await verifier.open('/lots?number=LE-000101')
    await openRow(verifier.page, 'LE-000101')
    await answerDialog(verifier.page, 'Lever la quarantaine', (dialog) => dialog.getByLabel('Motif').fill(RELEASED))
    await verifier.page.getByText(RELEASED).first().waitFor()
    await verifier.photograph('chain-06-released')
    for (const lot of (await lotsNumbered(verifier, 'LE-0001')).filter(({ number }) => number > 'LE-000101' && number <= 'LE-000108'))
      await tell(verifier, `/api/lots/${lot.id}/releases`, { reason: RELEASED })
    await verifier.leave()
    await at(
      'cooperative',
      async ({ page, open, photograph }) => {
        await open('/lots/buy')
        await page.getByRole('radio', { name: 'le vendeur' }).click()
        await page.getByLabel('Acheteur').selectOption({ label: 'Négoce Bahati' })
        for (const tag of bought) await page.getByRole('checkbox', { name: new RegExp(tag) }).click()
        // What is held is not among what can be sold.
        expect(await page.getByRole('checkbox', { name: /LE-000109/ }).count()).toBe(0)
        const typed = { 'Numéro du bordereau': 'BA-0040', Lieu: 'Centre de négoce de Lukanda', 'Prix par kilogramme': '38,50' }
        for (const [label, value] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(value)
        await page.getByLabel('L’autre partie signe ici, comme').fill('gérant')
        await page.getByRole('checkbox', { name: /La marchandise est remise tout de suite/ }).click()
        await page.getByText(moneyText('fr', Math.round((boughtGrams * 3850) / 1000), 'USD')).waitFor()
        await photograph('chain-07-sale')
        await page.getByRole('button', { name: 'Noter l’achat et voir le bordereau' }).click()
        await page.getByText('BA-0040').first().waitFor()
        await photograph('chain-08-slip')
      },
      { address: server.address },
    )
  })

  step(
    'the trader blends twenty-eight bags and sends the lot under a paper; the exporter weighs it again, cleans a part with a loss, and packs it',
    async () => {
      const blended = kilogramsText('fr', boughtGrams)
      await at(
        'trader',
        async ({ page, open }) => {
          await open('/lots/new')
          for (const tag of bought) await page.getByRole('checkbox', { name: new RegExp(tag) }).click()
          await fillLot(page, { kind: /lot de négociant/, number: 'N-FORTY', kilograms: blended })
          await page.getByRole('button', { name: 'Former le lot' }).click()
          await page.getByRole('heading', { name: 'N-FORTY' }).waitFor()
          await answerDialog(page, 'Envoyer', async (dialog) => {
            await dialog.getByLabel('Destinataire').selectOption('Comptoir Nyota')
            await dialog.getByLabel('Masse au départ (kg)').fill(blended)
            await dialog.getByLabel('Papier de transport (numéro)').fill('AT-FORTY')
          })
          await page.getByText('AT-FORTY').first().waitFor()
        },
        { address: server.address },
      )
      await at(
        'exporter',
        async ({ page, open, photograph }) => {
          await open('/lots?number=N-FORTY')
          await openRow(page, 'N-FORTY')
          await answerDialog(page, 'Recevoir', async (dialog) => {
            await dialog.getByLabel('Masse à l’arrivée (kg)').fill(blended)
            await dialog.getByLabel('Vous recevez comme').fill('magasinier')
            await dialog.getByRole('radio', { name: /d’accord avec les deux poids/ }).click()
            await dialog.getByLabel('Fonction', { exact: true }).fill('convoyeur')
            await photograph('chain-09-both-weights')
          })
          await open('/lots/process')
          await page.getByRole('checkbox', { name: /N-FORTY/ }).click()
          await page
            .getByLabel(/pris|prélevé|kg/i)
            .first()
            .fill('600')
          await page.getByLabel('Numéro du traitement').fill('TR-FORTY')
          await page.getByLabel('Numéro', { exact: true }).first().fill('C-FORTY')
          await page.getByLabel('Masse humide (kg)').first().fill('570')
          await page.getByLabel('Numéro', { exact: true }).nth(1).fill('Q-FORTY')
          await page.getByLabel('Masse humide (kg)').nth(1).fill('20')
          await photograph('chain-10-cleaning')
          await page.getByRole('button', { name: 'Noter et voir le bordereau' }).click()
          await page.getByText('TR-FORTY').first().waitFor()
          await open('/lots/new')
          await page.getByRole('checkbox', { name: /C-FORTY/ }).click()
          await fillLot(page, { kind: /lot d’exportation/, number: 'EXP-FORTY', kilograms: '570' })
          await page.getByRole('button', { name: 'Former le lot' }).click()
          await page.getByRole('heading', { name: 'EXP-FORTY' }).waitFor()
        },
        { address: server.address },
      )
    },
  )

  step('the page of the export lot says of what it is made, what is proven, and how much came without a right', () =>
    at(
      'exporter',
      async ({ page, open, photograph }) => {
        await open('/lots?number=EXP-FORTY')
        await openRow(page, 'EXP-FORTY')
        await page.getByText(/vient de 2 sites ; d’abord Mto Mweupe 2/).waitFor()
        await page.getByText(/8 sacs ont été produits un jour où le site n’en avait pas le droit/).waitFor()
        const [green = [], lapsed = []] = await Promise.all(
          SITES.map(async ({ name }) => (await page.getByRole('row').filter({ hasText: name }).first().innerText()).split('\n')),
        )
        const grams = (row: readonly string[], which: number): number => massesIn(row.join(' '))[which] ?? -1
        await photograph('chain-11-lot')
        // Mass, least and most of each site: the shares make up the lot, and the truth lies between the bounds.
        expect(grams(green, 0) + grams(lapsed, 0)).toBe(570_000)
        expect(grams(lapsed, 1)).toBe(0)
        expect([grams(green, 1) > 0, grams(green, 1) < grams(green, 0), grams(lapsed, 2) > grams(lapsed, 0)]).toEqual([true, true, true])
      },
      { address: server.address },
    ),
  )

  step('a bag inside is put in quarantine: the export lot is held, names the bag, and says why', async () => {
    const verifier = await visit({ as: 'verifier', address: server.address })
    const [bag] = await lotsNumbered(verifier, 'LE-000103')
    await tell(verifier, `/api/lots/${bag?.id}/quarantine`, { reason: HELD })
    await verifier.leave()
    for (const [width, language] of [
      [PHONE, 'fr'],
      [1280, 'en'],
    ] as const) {
      const exporter = await visit({ as: 'exporter', address: server.address, width, language })
      await exporter.open('/lots?number=EXP-FORTY')
      await openRow(exporter.page, 'EXP-FORTY')
      await exporter.page.getByRole('link', { name: 'LE-000103' }).first().waitFor()
      await exporter.page.getByText(HELD).first().waitFor()
      await exporter.photograph(`chain-12-held-${width}-${language}`)
      expect(exporter.complaints).toEqual([])
      await exporter.leave()
    }
    const planner = await visit({ as: 'planner', address: server.address })
    await planner.open('/sites')
    await planner.page.getByRole('link', { name: SITES[1].name }).click()
    await planner.page.getByRole('link', { name: 'Où est allée sa production' }).click()
    await planner.page.getByText('EXP-FORTY').first().waitFor()
    await planner.photograph('chain-13-where-it-went')
    expect(planner.complaints).toEqual([])
    await planner.leave()
  })
})

const Lots = looseRecord({ lots: listOf(looseRecord({ id: text(), number: text() })) })
/** The lots whose number begins so, as the visitor sees them. */
async function lotsNumbered({ page, address }: Visitor, number: string) {
  return mustParse(Lots, await (await page.request.get(`${address}/api/lots?number=${number}`)).json()).lots
}
/** What many touches of the same button would say. */
async function tell({ page, address }: Visitor, path: string, data: object): Promise<void> {
  const answer = await page.request.post(`${address}${path}`, { data: { id: newId(), data }, headers: { origin: address } })
  expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)])
}
/** The masses in a line, as people write them in French, in grams. */
const massesIn = (line: string): readonly number[] =>
  [...line.matchAll(/(\d[\d\u00a0\u202f]*(?:,\d+)?)[\s\u00a0\u202f](kg|g)\b/g)].map(([, number = '', unit]) =>
    Math.round(Number(number.replaceAll(/[\u00a0\u202f]/g, '').replace(',', '.')) * (unit === 'kg' ? 1000 : 1)),
  )
