/*
A way through help, in a browser: somebody signals a place, a person is interviewed without network, agrees to two things and not to a third, a house
takes her in and reads its package alone, she takes her word back and the house reads nothing; the worker loses the key and two of three give it
back; the case is closed by two, opened again and closed again; at the end she wishes to be forgotten, and nobody finds her again while she still counts as one.
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { listOf, looseRecord, mustParse, orNull, text } from '../../src/kernel/schema.ts'
import type { Locator } from 'playwright-core'
import { caseStateLabels, closureItemLabels } from '../../src/modules/cases/domain/case/case-labels.ts'
import type { ClosureReason } from '../../src/modules/cases/domain/case/case-words.ts'
import { pillarLabels } from '../../src/modules/cases/domain/case/plan-labels.ts'
import { siteEventLabels } from '../../src/modules/cases/domain/identification/labels-form.ts'
import { purposeLabels } from '../../src/modules/cases/domain/consent/consent-labels.ts'
import { referralStateLabels } from '../../src/modules/cases/domain/referral/referral-labels.ts'
import { search, textOf } from '../gates/sealed-search.ts'
import { at } from './chain-hands.ts'
import { PHONE, enrol, go, newPhone, offerFor, open, sendAll, shownId } from './phone-hands.ts'
import { heapOf, storesOf } from './phone-dump.ts'
import { startCopy } from './own-server.ts'
import { type Person, everythingOf, interview, part, post, read, unlock } from './protection-hands.ts'
import { type Visitor, visit } from './visitor.ts'
import { way } from './way.ts'

const person: Person = {
  name: 'Neema Kwizera Ushindi',
  telephone: '+243 899 417 3026',
  codeWord: 'le panier de manioc bleu',
  story: 'On lui a pris ses papiers au bord de la fosse neuve',
}
const PACKED = 'Une chambre avec son enfant de deux ans'
const NEW_PHRASE = 'sept chevres traversent la riviere'
const folder = mkdtempSync(join(tmpdir(), 'chanzo-protection-'))
const dataDir = join(folder, 'data')
const server = await startCopy(dataDir)
const address = server.address
const worker = await visit({ as: 'caseworker', width: PHONE, address })
const observer = await newPhone(address)
const made = { case: '', code: '', point: '', body: '' }
afterAll(async () => {
  await worker.leave()
  await observer.leave()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

const desk = <Result>(as: string, work: (visitor: Visitor) => Promise<Result>) => at(as, work, { address })
const keep = (visitor: Visitor) => (name: string) =>
  visitor.photograph(`protection-${name}-${visitor === worker || visitor === observer ? 360 : 1280}`)
const picture = keep(worker)
const canaries = { ...person, packed: PACKED }
const Listed = looseRecord({ organisations: listOf(looseRecord({ id: text(), name: text() })) })

describe('a way through help', () => {
  const step = way(() => Promise.all([worker.photograph('failed-protection-worker'), observer.photograph('failed-protection-observer')]))

  step('an observer signals a place on a telephone without network: no person stands in it', async () => {
    await desk('administrator', async (officer) => enrol(observer, await offerFor(officer, 'CIVIL_SOCIETY')))
    await open(observer)
    await observer.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await observer.context.setOffline(true)
    await go(observer, '/signals')
    const { page } = observer
    await page.getByRole('checkbox', { name: Object.values(siteEventLabels)[0]?.fr ?? '' }).click()
    await page.getByRole('radiogroup', { name: 'Comment le savez-vous ?' }).getByRole('radio').first().click()
    await keep(observer)('01-signal')
    await page.getByRole('button', { name: 'Envoyer le signal' }).click()
    await page.getByText('Signal gardé sur ce téléphone').waitFor()
    await observer.context.setOffline(false)
    await sendAll(observer, 'protection-02-signal-sent-360')
    await desk('supervisor', async (visitor) => {
      await visitor.open('/signals/received')
      await visitor.page
        .getByText(Object.values(siteEventLabels)[0]?.fr ?? '')
        .first()
        .waitFor()
      await keep(visitor)('03-signals')
    })
  })

  step('a worker holds an interview without network; nothing of it lies on the telephone', async () => {
    await worker.open('/interview')
    await worker.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await worker.context.setOffline(true)
    await interview(worker, person, (name) => picture(`04-${name}`))
    const kept = await storesOf(worker.page)
    expect(await search(textOf('the telephone', kept), canaries)).toEqual([])
    await picture('05-interview-end')
    await worker.context.setOffline(false)
    await worker.page.getByRole('button', { name: 'Mettre sous clé et envoyer' }).click()
    await worker.page.getByRole('link', { name: 'Ouvrir le dossier' }).waitFor()
    await picture('06-interview-sent')
    await worker.page.getByRole('link', { name: 'Ouvrir le dossier' }).click()
    await worker.page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
    made.case = shownId(worker.page)
    const heading = worker.page.getByRole('heading', { level: 1, name: /^[0-9A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{3}$/ })
    await heading.waitFor()
    made.code = (await heading.innerText()).trim()
    await picture('07-case')
  })

  step('the name is read by who holds a key, and stands in no title, address or list', async () => {
    const { page } = worker
    await part(worker, made.case, 'person')
    await unlock(page)
    const button = page.getByRole('button', { name: 'Ouvrir les textes' }).first()
    if (await button.isVisible()) await button.click()
    await page.getByText(person.name).first().waitFor()
    await picture('08-person')
    expect(`${await page.title()} ${page.url()}`).not.toContain('Neema')
    // While it is shown it is in memory: the search sees it there.
    expect(await search(textOf('the open device', await heapOf(page)), { name: person.name })).not.toEqual([])
    await go(worker, '/keys')
    await page.getByRole('button', { name: 'Verrouiller maintenant' }).click()
    await page.getByLabel('Phrase secrète', { exact: true }).first().waitFor()
    const locked = { rest: await storesOf(page), memory: await heapOf(page) }
    expect(await search(textOf('the locked device, at rest', locked.rest), canaries)).toEqual([])
    expect(await search(textOf('the locked device, in memory', locked.memory), { name: person.name, story: person.story })).toEqual([])
    await worker.open('/cases')
    expect(await page.locator('main').innerText()).not.toContain('Neema')
    await picture('09-cases')
  })

  step('she agrees to two things and not to a third; each is a question of its own', async () => {
    await desk('shelter', async (visitor) => {
      const { organisations } = mustParse(Listed, await read(visitor, '/api/organisations'))
      const me = mustParse(looseRecord({ organisation: orNull(looseRecord({ id: text(), name: text() })) }), await read(visitor, '/api/me'))
      made.body = me.organisation?.name ?? ''
      expect(organisations.map((one) => one.name)).toContain(made.body)
      const facts = { ...SHELTER_POINT, organisation: me.organisation?.id ?? null, area: await someArea(visitor) }
      await post(visitor, '/api/service-points', { facts, verifiedOn: new Date().toISOString().slice(0, 10) })
    })
    const { page } = worker
    await part(worker, made.case, 'consent')
    await page.getByRole('button', { name: 'Demander l’accord' }).click()
    await picture('10-consent-form')
    await page.getByRole('button', { name: purposeLabels['service-referral'].fr, exact: true }).click()
    for (const [purpose, said] of [
      ['case-management', 'Oui'],
      ['service-referral', 'Oui'],
      ['non-identifiable-statistics', 'Oui'],
      ['research-synthetic', 'Non'],
    ] as const)
      await page.getByRole('radiogroup', { name: purposeLabels[purpose].fr }).getByRole('radio', { name: said, exact: true }).click()
    await page.getByLabel('Organisme', { exact: true }).last().selectOption({ label: made.body })
    await page.getByLabel('Service', { exact: true }).last().selectOption('safehouse')
    expect(await page.getByRole('button', { name: 'Noter ces réponses' }).isDisabled()).toBe(true)
    for (const box of await page.getByRole('group', { name: 'Ce que vous avez expliqué' }).getByRole('checkbox').all()) await box.click()
    await page.getByLabel('La preuve').fill('Papier dans l’armoire du bureau')
    await picture('11-consent-filled')
    await page.getByRole('button', { name: 'Noter ces réponses' }).click()
    await page.getByRole('button', { name: 'Demander l’accord' }).waitFor()
    await picture('12-consent-held')
    await part(worker, made.case, 'overview')
    await page.getByRole('button', { name: 'Commencer avec l’accord de la personne' }).click()
    await page.getByText('Évaluation en cours').first().waitFor()
    await picture('13-begun')
  })

  step('a house is asked, and reads its package and nothing else', async () => {
    const { page } = worker
    await part(worker, made.case, 'referrals')
    await page.getByRole('button', { name: 'Nouveau référencement' }).click()
    await page.getByLabel('Service', { exact: true }).selectOption('safehouse')
    await page.locator('li', { hasText: SHELTER_POINT.name }).getByRole('button', { name: 'Choisir ce service' }).first().click()
    await page.getByRole('checkbox', { name: /^Besoins/ }).click()
    await page.getByLabel('Besoins', { exact: true }).last().fill(PACKED)
    await picture('14-referral')
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await page.getByRole('link', { name: 'Billet' }).waitFor()
    await picture('15-referral-sent')
    await desk('shelter', async (visitor) => {
      await visitor.open('/referrals')
      const mine = visitor.page.locator('section, .panel').filter({ hasText: referralStateLabels.sent.fr }).first()
      await mine.getByRole('button', { name: 'Ouvrir' }).click()
      await unlock(visitor.page)
      await visitor.page.getByText(PACKED).waitFor()
      expect(await visitor.page.locator('main').innerText()).not.toContain('Neema')
      await keep(visitor)('16-received')
      await mine.getByRole('button', { name: 'Accepter' }).click()
      await mine.getByRole('button', { name: 'Accepter' }).waitFor({ state: 'detached' })
      const refused = await visitor.page.request.get(`${address}/api/cases/${made.case}`)
      expect(refused.status()).toBe(404)
    })
  })

  step('the slip says where to go and not who', async () => {
    const { page } = worker
    await part(worker, made.case, 'referrals')
    await page.getByRole('link', { name: 'Billet' }).first().click()
    await page.getByRole('button', { name: 'Imprimer (A6)' }).waitFor()
    await picture('17-slip')
    const slip = await page.locator('main').innerText()
    expect(await search(textOf('the slip', slip), canaries)).toEqual([])
    expect(slip).not.toContain('traite')
  })

  step('closing too early is not possible, and the page names what stands in the way', async () => {
    const { page } = worker
    await part(worker, made.case, 'plan')
    await page.getByRole('button', { name: 'Écrire le plan' }).click()
    await page.getByRole('button', { name: `Objectif : ${pillarLabels['support-and-services'].fr}` }).click()
    await page.getByRole('button', { name: 'Ajouter un service' }).click()
    await page.getByRole('button', { name: 'Garder le plan' }).click()
    await page.getByRole('button', { name: 'Changer le plan' }).waitFor()
    await part(worker, made.case, 'closure')
    const closing = page.getByRole('tabpanel')
    for (const item of ['open-referrals', 'open-services'] as const) await closing.getByText(closureItemLabels[item].fr).waitFor()
    await tickAll(closing)
    expect(await closing.getByRole('button', { name: 'Proposer la clôture' }).isDisabled()).toBe(true)
    await picture('17-closure-not-yet')
    await closing.getByRole('link', { name: 'Y aller' }).first().click()
    await page.getByRole('link', { name: 'Billet' }).first().waitFor()
  })

  step('she takes her word back for the house: in the same moment it reads nothing', async () => {
    const { page } = worker
    await part(worker, made.case, 'consent')
    const line = page.locator('.consent-list li', { hasText: purposeLabels['service-referral'].fr })
    await line.getByRole('button', { name: 'Retirer' }).click()
    await picture('18-withdraw')
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer maintenant' }).click()
    await page.getByText('Arrêté, effacement demandé à :').waitFor()
    await picture('19-withdrawn')
    await desk('shelter', async (visitor) => {
      await visitor.open('/referrals')
      await visitor.page.getByText('Effacez ce que vous avez noté ailleurs').waitFor()
      expect(await visitor.page.locator('main').innerText()).not.toContain(PACKED)
      await keep(visitor)('20-taken-back')
    })
  })

  step('the key is lost; two of three give it back', async () => {
    const { page } = worker
    await worker.open('/keys')
    await picture('21-key')
    await page.getByRole('radio', { name: 'J’ai oublié la phrase ou perdu l’appareil' }).click()
    await picture('22-key-why')
    await page.getByRole('button', { name: 'Remplacer la clé' }).click()
    await page.getByLabel('Nouvelle phrase secrète').waitFor()
    await page.getByLabel('Nouvelle phrase secrète').fill(NEW_PHRASE)
    await page.getByLabel('Encore une fois').fill(NEW_PHRASE)
    await page.getByRole('checkbox', { name: /^J’ai compris/ }).click()
    await picture('23-key-new')
    await page.getByRole('button', { name: 'Créer ma clé', exact: true }).click()
    await page.getByRole('button', { name: 'Demander aux gardiens' }).click({ timeout: 90_000 })
    await page.getByText('Demande envoyée').waitFor()
    for (const custodian of ['custodian1', 'custodian3'])
      await desk(custodian, async (visitor) => {
        await visitor.open('/key-shares')
        await unlock(visitor.page)
        await visitor.page
          .getByRole('checkbox', { name: /^Je l’ai eue au téléphone/ })
          .first()
          .click()
        await keep(visitor)('24-custodian')
        await visitor.page.getByRole('button', { name: 'Donner ma part' }).first().click()
        await visitor.page.getByText('Votre part est donnée').waitFor()
      })
    await worker.open('/keys')
    await unlock(page, NEW_PHRASE)
    await page.getByRole('button', { name: 'Ouvrir mes dossiers' }).click()
    await page.getByText(/de nouveau ouverts? avec votre clé/).waitFor()
    await picture('25-key-back')
    await part(worker, made.case, 'person')
    await unlock(page, NEW_PHRASE)
    const button = page.getByRole('button', { name: 'Ouvrir les textes' }).first()
    if (await button.isVisible()) await button.click()
    await page.getByText(person.name).first().waitFor()
    await picture('26-person-again')
  })

  step(
    'what was under way is brought to its end: the case is closed by another person, opened again for a new need, closed again',
    async () => {
      const { page } = worker
      await part(worker, made.case, 'plan')
      await page.getByLabel('Où en est le service').selectOption('done')
      await page.getByRole('button', { name: 'Noter', exact: true }).click()
      await page.getByRole('button', { name: 'Noter', exact: true }).waitFor({ state: 'detached' })
      const second = await visit({ as: 'supervisor', address })
      await closeBy(worker, second, 'goals-achieved')
      await worker.open(`/cases/${made.case}?part=closure`)
      await picture('26-closed')
      await page.getByRole('tabpanel').getByLabel('Ce qui est nouveau').selectOption('new-need')
      await page.getByRole('tabpanel').getByRole('button', { name: 'Rouvrir' }).click()
      await page.getByText(caseStateLabels['active-assessment'].fr).first().waitFor()
      await closeBy(worker, second, 'subject-request')
      await second.leave()
    },
  )

  step('she wishes to be forgotten: nothing finds her, the numbers count one more', async () => {
    const before = await everythingOf(dataDir, folder)
    expect(before).toContain(made.case)
    expect(await search(textOf('everything', before), canaries)).toEqual([])
    const { page } = worker
    await part(worker, made.case, 'closure')
    await picture('27-closure')
    await page.getByRole('tabpanel').getByRole('button', { name: 'La personne retire son accord', exact: true }).click()
    await picture('28-withdraw-all')
    await page.getByRole('dialog').getByRole('button', { name: 'La personne retire son accord' }).click()
    await page.getByText('Accord retiré, travail arrêté').first().waitFor()
    await part(worker, made.case, 'retention')
    await page.getByLabel('La personne souhaite').selectOption('erase')
    await page.getByRole('button', { name: 'Noter le choix de la personne' }).click()
    // Alone the worker erases nothing; another person carries out what was written down, and is asked twice.
    await page.getByText('une autre personne (la supervision) doit effacer').waitFor()
    await picture('29-retention')
    const second = await visit({ as: 'supervisor', address })
    await part(second, made.case, 'retention')
    await second.page.getByRole('button', { name: 'Effacer pour toujours' }).click()
    const asked = second.page.getByRole('dialog')
    await asked.getByText('un seul compte anonyme').waitFor()
    await asked.getByLabel('Pour confirmer').fill(made.code)
    await asked.getByRole('button', { name: 'Effacer maintenant, pour toujours' }).click()
    await expect.poll(async () => (await page.request.get(`${address}/api/cases/${made.case}`)).status(), { timeout: 30_000 }).toBe(404)
    await worker.open('/cases')
    expect(await page.locator('main').innerText()).not.toContain(made.code)
    await picture('30-cases-after')
    const after = await everythingOf(dataDir, folder)
    expect(await search(textOf('everything', after), canaries)).toEqual([])
    expect(after).not.toContain(made.code)
    const tallies = (of: string): number => rowsIn(of, 'case_tally')
    expect(tallies(after)).toBe(tallies(before) + 1)
    for (const table of ['case_row', 'case_record_key'] as const) expect(rowsIn(after, table)).toBe(rowsIn(before, table) - 1)
  })
})

/** Every point of the list of that reason is ticked and closure proposed; another person approves it. */
async function closeBy(asking: Visitor, approving: Visitor, reason: ClosureReason): Promise<void> {
  await part(asking, made.case, 'closure')
  const closing = asking.page.getByRole('tabpanel')
  await closing.getByLabel('Motif').selectOption(reason)
  expect(await closing.getByRole('button', { name: 'Proposer la clôture' }).isDisabled()).toBe(true)
  await tickAll(closing)
  await closing.getByRole('button', { name: 'Proposer la clôture' }).click()
  await asking.page.getByText(caseStateLabels['closure-pending'].fr).first().waitFor()
  await part(approving, made.case, 'closure')
  await approving.page.getByRole('tabpanel').getByRole('button', { name: 'Approuver la clôture' }).click()
  await approving.page.getByRole('tabpanel').getByRole('button', { name: 'Rouvrir' }).waitFor()
}
async function tickAll(closing: Locator): Promise<void> {
  for (const box of await closing.getByRole('group', { name: 'Avant de clore' }).getByRole('checkbox').all()) await box.click()
}

/** Rows of a table in a backup: a line each, after its name. */
const rowsIn = (backup: string, table: string): number => backup.split('\n').filter((line) => line.startsWith(`${table}\t`)).length

const SHELTER_POINT = {
  ...{ name: 'Accueil discret du Nord', type: 'safehouse', contactRole: 'duty-officer', phone: '+243 810 000 909', hours: '24 h sur 24' },
  ...{
    languages: ['swa'],
    genders: [],
    ageBands: [],
    cost: 'free',
    isAccessible: true,
    capacity: 6,
    safeToRefer: 'yes',
    safetyReason: null,
  },
}
const Points = looseRecord({ points: listOf(looseRecord({ facts: looseRecord({ area: text() }) })) })
const someArea = async (visitor: Visitor): Promise<string> =>
  mustParse(Points, await read(visitor, '/api/service-points')).points[0]?.facts.area ?? ''
