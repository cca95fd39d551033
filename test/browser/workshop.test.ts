/*
A mapping workshop of two zones and forty-eight seats, in a hall without internet: the laptop is the server, two groups come in with their telephones over its second
door, each by the code of its group, which has the pages of the hall and nothing else. It ends in a frozen version that differs from the round before, its A3 print and its French report.
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { mustParse } from '../../src/kernel/schema.ts'
import { WorkshopList, WorkshopShown } from '../../src/modules/conflict/contract-workshops.ts'
import { startCopy } from './own-server.ts'
import { post, read } from './protection-hands.ts'
import { freePort } from './start-server.ts'
import { visit } from './visitor.ts'
import { way } from './way.ts'

const folder = mkdtempSync(join(tmpdir(), 'chanzo-workshop-'))
const hallPort = await freePort()
// A day ahead: late in the day the newest entry of the played province lies in the next morning.
const server = await startCopy(join(folder, 'data'), 1, { hallPort })
const laptop = await visit({ as: 'secretariat', address: server.address })
const hall = `http://127.0.0.1:${hallPort}`
const [north, east] = [
  await visit({ width: 360, address: hall, onlyLooks: true }),
  await visit({ width: 360, address: hall, onlyLooks: true }),
]
afterAll(async () => {
  await Promise.all([laptop.leave(), north.leave(), east.leave()])
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)
/** What a browser asked of another machine: there is no internet in the hall. */
const elsewhere: string[] = []
for (const { context } of [laptop, north, east])
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url())
  })
const step = way(() =>
  Promise.all([
    laptop.photograph('failed-workshop-laptop'),
    north.photograph('failed-workshop-north'),
    east.photograph('failed-workshop-east'),
  ]),
)
const made = { workshop: '', north: '', east: '', former: '' }
const { page } = laptop
const shown = async (): Promise<WorkshopShown> => mustParse(WorkshopShown, await read(laptop, `/api/conflict/workshops/${made.workshop}`))
const tab = (name: string): Promise<void> => laptop.open(`/workshops/${made.workshop}?tab=${name}`)

step('the secretariat convenes a workshop of two zones after the round before, and deals forty-eight seats to the groups', async () => {
  const before = mustParse(WorkshopList, await read(laptop, '/api/conflict/workshops')).workshops
  made.former = before.find((one) => one.title === 'Atelier de Lukanda-Nord, suite')?.id ?? ''
  await laptop.open('/workshops/new')
  await page.getByLabel('Titre', { exact: true }).first().fill('Atelier des deux zones')
  await page.getByLabel('Passage').fill('Passage 3')
  await page.getByLabel('Province').selectOption('XL1')
  await page.getByRole('checkbox', { name: 'Lukanda-Nord' }).click()
  await page.getByRole('checkbox', { name: 'Lukanda-Est' }).click()
  await page.getByLabel('Atelier précédent').selectOption({ value: made.former })
  await laptop.photograph('workshop-01-convene-1280')
  await page.getByRole('button', { name: 'Convoquer un atelier' }).click()
  await page.waitForURL(/\/workshops\/[0-9a-f-]{36}/)
  made.workshop = /workshops\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  await tab('prepare')
  await page.getByRole('button', { name: /^Répartir dans/ }).click()
  await page.getByRole('button', { name: 'Enregistrer les places' }).click()
  await page.getByText('48 places enregistrées').waitFor()
  expect((await shown()).seats).toHaveLength(48)
})

step('the hall opens: its door has the pages of the hall and nothing else; two groups come in, each by its own code', async () => {
  await tab('hall')
  await page.getByRole('button', { name: 'Ouvrir la salle' }).click()
  await page.getByText('Salle ouverte').first().waitFor()
  const { hall: door } = await shown()
  made.north = door?.groups[0]?.code ?? ''
  made.east = door?.groups[1]?.code ?? ''
  expect(door?.addresses).toEqual([hall])
  for (const path of ['/', '/api/about', '/api/conflict/workshops', '/sign-in']) expect((await fetch(`${hall}${path}`)).status).toBe(404)
  // Neither of the laptop's own addresses is the hall's.
  for (const path of ['/hall', `/hall/${made.north}`]) expect((await fetch(`${server.address}${path}`)).status).toBe(404)
  for (const [telephone, code, group] of [
    [north, made.north, 1],
    [east, made.east, 2],
  ] as const) {
    await telephone.open(`/hall/${code}`)
    await telephone.page.getByText('Ce téléphone parlera pour').waitFor()
    await telephone.page.getByRole('button', { name: 'Entrer dans le groupe' }).click()
    await telephone.page.getByText(`Groupe ${group}`).waitFor()
  }
  // A telephone that is in speaks for no other group.
  await north.page.goto(`${hall}/hall/${made.east}`)
  await north.page.getByText('Ce code est celui d’un autre groupe').waitFor()
  await north.page.getByRole('link', { name: 'Retour à votre groupe' }).click()
  await north.page.getByText('Groupe 1').waitFor()
  await north.photograph('workshop-02-telephone-360')
  await tab('hall')
  await laptop.photograph('workshop-03-hall-1280')
  await laptop.open(`/workshops/${made.workshop}/projector`)
  await laptop.photograph('workshop-04-projector-1280')
})

async function writePlace(
  telephone: Page,
  code: string,
  place: { readonly name: string; readonly territoire: string; readonly nature: string; readonly interference: string },
): Promise<void> {
  await telephone.goto(`${hall}/hall/${code}?t=places`)
  await telephone.getByLabel('Nom du nouveau lieu').fill(place.name)
  await telephone.locator('select[name="territoire"]').selectOption(place.territoire)
  await telephone.getByLabel('Nature du conflit').fill(place.nature)
  await telephone.getByLabel('Groupe, service ou société').first().fill('Groupe de la Colline')
  await telephone.locator('select[name="role-0"]').selectOption('controls-site')
  await telephone.locator('select[name="mode-0"]').selectOption('checkpoint-tax')
  await telephone.locator('select[name="stage-0"]').selectOption('haul')
  await telephone.getByLabel('un groupe armé').check()
  await telephone.getByLabel(place.interference, { exact: true }).check()
  await telephone.getByRole('button', { name: 'Écrire au tableau' }).click()
  await telephone.getByText('C’est écrit au tableau').waitFor()
}

step('the groups write places with the four questions; what was forgotten is asked for, and nothing typed is lost', async () => {
  await north.page.goto(`${hall}/hall/${made.north}?t=places`)
  await north.page.getByLabel('Nature du conflit').fill('La carrière est reprise par des hommes armés.')
  await north.page.getByLabel('permanente').check()
  await north.page.getByRole('button', { name: 'Écrire au tableau' }).click()
  await north.page.getByText('Où est-ce ?').waitFor()
  expect(await north.page.getByLabel('Nature du conflit').inputValue()).toContain('reprise par des hommes armés')
  await north.photograph('workshop-05-refused-360')
  await writePlace(north.page, made.north, {
    name: 'Carrière du Bac',
    territoire: 'XL101',
    nature: 'La carrière est reprise par des hommes armés.',
    interference: 'permanente',
  })
  await writePlace(east.page, made.east, {
    name: 'Pont de l’Est',
    territoire: 'XL102',
    nature: 'Un pont payant sans reçu.',
    interference: 'régulière',
  })
  await north.photograph('workshop-06-places-360')
  expect((await shown()).entries.map((one) => one.content.place.provisionalName)).toEqual(['Carrière du Bac', 'Pont de l’Est'])
})

step('each says what it thinks of the other’s; a dissent says why', async () => {
  await east.page.goto(`${hall}/hall/${made.east}?t=stances`)
  await east.page.getByLabel('d’accord', { exact: true }).check()
  await east.page.getByRole('button', { name: 'Dire notre avis' }).click()
  await east.page.getByText('Votre avis : d’accord').waitFor()
  await north.page.goto(`${hall}/hall/${made.north}?t=stances`)
  await north.page.getByLabel('pas d’accord', { exact: true }).check()
  await north.page.getByLabel('Pourquoi pas ?').fill('Le pont est à la commune.')
  await north.page.getByRole('button', { name: 'Dire notre avis' }).click()
  await north.page.getByText('Votre avis : pas d’accord').waitFor()
  await north.photograph('workshop-07-stances-360')
})

step('causes hang under the core, dots are laid within the budget of the seats', async () => {
  const card = async (telephone: Page, text: string, kind: string, under?: RegExp): Promise<void> => {
    await telephone.goto(`${hall}/hall/${telephone === north.page ? made.north : made.east}?t=causes`)
    await telephone.getByLabel('Votre carte').fill(text)
    await telephone.getByLabel(kind, { exact: true }).check()
    if (under) {
      const select = telephone.getByLabel('Elle explique')
      const options = await select.locator('option').allTextContents()
      await select.selectOption({ label: options.find((one) => under.test(one)) ?? '' })
    }
    await telephone.getByRole('button', { name: 'Poser la carte' }).click()
    await telephone.getByText('C’est écrit au tableau').waitFor()
  }
  await card(north.page, 'Les armes font le prix', 'problème central')
  await card(east.page, 'Aucun autre acheteur ne vient', 'cause', /armes font/)
  await card(north.page, 'La piste est coupée', 'cause', /acheteur/)
  await east.page.goto(`${hall}/hall/${made.east}?t=votes`)
  await east.page.getByLabel(/La piste est coupée/).fill('999')
  await east.page.getByLabel(/La piste est coupée/).evaluate((input) => input.removeAttribute('max'))
  await east.page.getByRole('button', { name: 'Poser les points' }).click()
  await east.page.getByText('rien n’a été changé').waitFor()
  await east.page.getByLabel(/La piste est coupée/).fill('7')
  await east.page.getByRole('button', { name: 'Poser les points' }).click()
  await east.page.getByText('Posés jusqu’ici : 7').waitFor()
  await east.photograph('workshop-08-votes-360')
  for (const name of ['wall', 'cards']) {
    await tab(name)
    await laptop.photograph(`workshop-09-${name}-1280`)
  }
})

step('a version is frozen; it differs from the round before; report and A3 map are there the same evening', async () => {
  await tab('freeze')
  await laptop.photograph('workshop-10-freeze-1280')
  await page.getByRole('button', { name: 'Figer la version 1' }).click()
  await page.getByText('Version 1', { exact: false }).first().waitFor()
  await expect.poll(async () => (await shown()).versions.length).toBe(1)
  const papers = `/conflict/workshops/${made.workshop}/versions/1`
  await page.goto(`${server.address}${papers}/report`)
  const report = await page.locator('main').textContent()
  for (const said of ['Atelier des deux zones', 'plus grave', 'pas reparlé', 'nouveau', 'Le pont est à la commune', '48'])
    expect(report).toContain(said)
  await laptop.photograph('workshop-11-report-1280')
  await laptop.open(`/workshops/${made.workshop}/comparison`)
  await page.getByText('comparée à « Atelier de Lukanda-Nord, suite »').waitFor()
  const changed = await page.locator('main').textContent()
  for (const said of ['plus grave', 'pas reparlé', 'nouveau', 'Ingérence : permanente', 'Ingérence : de temps en temps'])
    expect(changed?.replaceAll('\u00a0', ' ')).toContain(said)
  await laptop.photograph('workshop-13-comparison-1280')
  await page.goto(`${server.address}${papers}/map`)
  await page.setViewportSize({ width: 1587, height: 1123 })
  await laptop.photograph('workshop-12-map-a3')
  await page.setViewportSize({ width: 1280, height: 860 })
})

step('the version is given on: each place is a sheet, the cards a tree, and links lead to them', async () => {
  await tab('freeze')
  await page.getByRole('button', { name: /Verser à l’arbre/ }).click()
  await page.getByRole('link', { name: 'Ouvrir l’arbre à problèmes' }).click()
  await page.waitForURL(/\/problem-trees\//)
  await page.getByText('La piste est coupée').first().waitFor()
  await tab('freeze')
  await page.getByRole('button', { name: /Verser aux fiches/ }).click()
  await page.getByRole('link', { name: /Carrière du Bac/ }).click()
  await page.waitForURL(/\/conflict-sheets\//)
  await page.getByText('La carrière est reprise par des hommes armés').first().waitFor()
})

step('the hall is shut: the telephones are out, and what they wrote stays', async () => {
  await post(laptop, `/api/conflict/workshops/${made.workshop}/hall-closings`, {})
  await east.page.goto(`${hall}/hall/${made.east}`)
  await east.page.getByText('Aucune salle ouverte').waitFor()
  expect((await shown()).entries).toHaveLength(2)
  // The one page that was not there is known; nothing else was complained of.
  expect(laptop.complaints).toEqual([])
  expect(elsewhere).toEqual([])
})
