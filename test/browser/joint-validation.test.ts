/*
Joint validation at the screens, from the plan of a mission to the day on which the order ran out: three bodies, two sites, a member who
disagrees, a report returned once, an order drafted, printed, signed with its scan and published, and the same server a year later. The clock is
set, the data are not: the second half is the same data folder, opened by a server whose day is later.
*/
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect } from 'vitest'
import type { Page } from 'playwright-core'
import { addDays, addMonths, todayAt } from '../../src/kernel/calendar.ts'
import { newId } from '../world/client.ts'
import { answerDialog, at, openRow } from './chain-hands.ts'
import { finishForm, jumpTo } from './form-hands.ts'
import { openForm, planAndLeave, writePlan } from './mission-hands.ts'
import { startCopy } from './own-server.ts'
import type { DemonstrationServer } from './start-server.ts'
import type { Visitor } from './visitor.ts'
import { way } from './way.ts'

const PHONE = 360
const AHEAD = 370
const act = { signatoryRole: 'MINISTER', legalBasis: ['Arrêté 0677/2021, art. 11 b'] }
const PICTURES = fileURLToPath(new URL('../../.cache/screens/', import.meta.url))
const SITES = ['Pango 3', 'Jiwe Jeusi'] as const
const folder = mkdtempSync(join(tmpdir(), 'chanzo-validation-'))
const running: { server: DemonstrationServer | null } = { server: await startCopy(join(folder, 'data')) }
afterAll(async () => {
  await running.server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const here = (as: string, work: (visitor: Visitor) => Promise<void>, width = 1280): Promise<void> =>
  at(as, work, { width, address: running.server?.address ?? '' })

async function sign(page: Page, site: string, signed: number): Promise<void> {
  await openRow(page, site)
  await answerDialog(page, 'Signer', (dialog) => dialog.getByText('Vous signez au nom de').waitFor())
  await page
    .getByText('✓ signé le')
    .nth(signed - 1)
    .waitFor()
}

const inDays = (days: number): string => addDays(todayAt(new Date().toISOString()), days)

/** A command as the screens send it, for an act whose screen another step has used. */
async function send(page: Page, path: string, data: object): Promise<void> {
  const address = running.server?.address ?? ''
  const answer = await page.request.post(`${address}${path}`, { data: { id: newId(), data }, headers: { origin: address } })
  expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)])
}

/** Six months of red from today, as the minister signs it. Answers the site. */
async function signListing(): Promise<string> {
  const kept = { site: '' }
  await here('minister', async ({ page, open }) => {
    await open('/sites')
    await openRow(page, 'Bonde la Nyota')
    await page.getByRole('heading', { name: 'Bonde la Nyota', level: 1 }).waitFor()
    kept.site = page.url().split('/').at(-1)?.split('?')[0] ?? ''
    const order = { orderKind: 'red_listing', number: '0450/2026', signedOn: inDays(0), effectiveFrom: inDays(0), durationMonths: 6 }
    await send(page, '/api/orders', { ...order, ...act, annex: [{ site: kept.site, colour: 'red' }] })
  })
  return kept.site
}

describe('a joint validation', () => {
  const step = way()

  step('a mission of three bodies to two sites is planned and leaves', () =>
    here('planner', async ({ page, open, photograph }) => {
      await open('/missions/new')
      await writePlan(page, SITES)
      await photograph('validation-01-plan')
      await planAndLeave(page)
      await photograph('validation-02-mission')
      await page.getByRole('link', { name: /Ordre de mission/ }).click()
      await page
        .getByText(/Ordre de mission n°/)
        .first()
        .waitFor()
      await photograph('validation-03-mission-order')
    }),
  )

  for (const site of SITES) {
    step(`${site}: the head of the team fills the form in on a phone`, () =>
      here(
        'inspector',
        async ({ page, open, photograph }) => {
          await open('/missions')
          await openRow(page, site)
          await openForm(page, site)
          await page.getByRole('link', { name: /Remplir/ }).click()
          await page.locator('.run-screen').waitFor()
          await finishForm(page)
          await photograph(`validation-04-filled-${site.slice(0, 5)}-360`)
        },
        PHONE,
      ),
    )
  }

  step('one member disagrees on a red criterion of the second site', () =>
    here('witness', async ({ page, open, photograph }) => {
      await open('/inspections')
      await openRow(page, SITES[1])
      await page.getByRole('button', { name: '+ Je ne suis pas d’accord' }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Ce que vous dites').fill('Une barrière prélève une taxe à l’accès du site')
      await dialog.locator('.actions .btn').last().click()
      await page.getByText(/société civile n’est pas d’accord/).waitFor()
      await photograph('validation-05-dissent')
    }),
  )

  step('the three bodies sign both forms and submit them', async () => {
    for (const [index, member] of ['inspector', 'partner', 'witness'].entries()) {
      await here(member, async ({ page, open, photograph }) => {
        for (const site of SITES) {
          await open('/inspections')
          await sign(page, site, index + 1)
          if (index < 2) continue
          await page.getByRole('button', { name: 'Soumettre' }).click()
          await page.getByText('à examiner').waitFor()
        }
        if (index === 2) await photograph('validation-06-signed')
      })
    }
  })

  step('the ministry returns one form with its reason; the team corrects it and signs again', async () => {
    await here('planner', async ({ page, open, photograph }) => {
      await open('/inspections?phase=submitted')
      await openRow(page, SITES[1])
      await answerDialog(page, 'Renvoyer', (dialog) => dialog.getByLabel('Votre réponse').fill('Le nombre de creuseurs manque'))
      await page.getByText('Le nombre de creuseurs manque').waitFor()
      await photograph('validation-07-returned')
    })
    await here(
      'inspector',
      async ({ page, open }) => {
        await open('/inspections')
        await openRow(page, SITES[1])
        await page.getByText('Le nombre de creuseurs manque').waitFor()
        await page.getByRole('button', { name: /Corriger et renvoyer/ }).click()
        await page.getByLabel('Motif de la correction').fill('Le nombre de creuseurs est ajouté')
        await page.getByRole('button', { name: 'Rouvrir la fiche' }).click()
        await page.locator('.run-screen').waitFor()
        await jumpTo(page, /Fin de la fiche/)
        await finishForm(page)
      },
      PHONE,
    )
    for (const [index, member] of ['inspector', 'partner', 'witness'].entries()) {
      await here(member, async ({ page, open }) => {
        await open('/inspections')
        await sign(page, SITES[1], index + 1)
        if (index < 2) return
        await page.getByRole('button', { name: 'Soumettre' }).click()
        await page.getByText('à examiner').waitFor()
      })
    }
  })

  step('both are accepted, the dissent with an answer', () =>
    here('planner', async ({ page, open, photograph }) => {
      for (const site of SITES) {
        await open('/inspections?phase=submitted')
        await openRow(page, site)
        await answerDialog(page, 'Accepter', async (dialog) => {
          if (site === SITES[1])
            await dialog.getByLabel('Votre réponse').fill('La barrière est hors du périmètre et a été levée le mois dernier')
        })
        await page.getByText('Acceptée le').waitFor()
      }
      await photograph('validation-08-accepted')
    }),
  )

  step('the ministry drafts the order and its checks, the minister signs it with its scan and publishes it', async () => {
    await here('planner', async ({ page, open, photograph }) => {
      await open('/orders/new')
      for (const site of SITES) await page.getByRole('checkbox', { name: new RegExp(site) }).click()
      await page.getByLabel('Numéro').fill('0412/CAB.MIN/MINES/01/2026')
      await page.getByRole('button', { name: 'Enregistrer le projet' }).click()
      await page.getByText(/Enregistré, version/).waitFor()
      await page.getByText('Aucun point ne s’oppose à la signature.').waitFor()
      await photograph('validation-09-draft')
      mkdirSync(PICTURES, { recursive: true })
      writeFileSync(join(PICTURES, 'validation-10-draft.pdf'), await page.pdf({ format: 'A4', preferCSSPageSize: true }))
    })
    await here('minister', async ({ page, open, photograph }) => {
      await open('/orders')
      await page.getByRole('link', { name: '0412/CAB.MIN/MINES/01/2026' }).click()
      await page.getByLabel(/Acte signé/).setInputFiles({
        name: 'scan.png',
        mimeType: 'image/png',
        buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64'),
      })
      await page.getByText('Acte numérisé joint').waitFor()
      await page.getByRole('button', { name: 'Signer l’arrêté' }).click()
      const confirm = page.getByRole('dialog')
      await confirm.getByRole('button', { name: 'Signer', exact: true }).click()
      await page.getByRole('heading', { name: '0412/CAB.MIN/MINES/01/2026', level: 1 }).waitFor()
      await answerDialog(page, 'Publier', (dialog) => dialog.getByLabel('Journal, numéro, page').fill('JO 22, p. 7'))
      await page.getByText('JO 22, p. 7').waitFor()
      await photograph('validation-11-published')
      for (const [index, site] of SITES.entries()) {
        await open('/sites')
        await openRow(page, site)
        await page.locator('.page-head').getByText('Vert').waitFor()
        await photograph(`validation-12-green-${index}`)
      }
    })
  })

  step('a red listing of six months runs; a year later it is extended backwards, and the page answers both questions', async () => {
    const site = await signListing()
    await running.server?.stop()
    running.server = await startCopy(join(folder, 'data'), AHEAD)
    await here('minister', async ({ page, open, photograph }) => {
      const order = { orderKind: 'extension', number: '0499/2027', signedOn: inDays(AHEAD - 5), effectiveFrom: addMonths(inDays(0), 6) }
      await send(page, '/api/orders', { ...order, ...act, durationMonths: 6, annex: [{ site, colour: 'red' }] })
      const asOf = addDays(addMonths(inDays(0), 6), 20)
      await open(`/sites/${site}?asOf=${asOf}&knownAt=${inDays(AHEAD - 1)}`)
      await page.locator('.page-head').getByText(/échu/).waitFor()
      await photograph('validation-16-before-the-extension-was-known')
      await open(`/sites/${site}?asOf=${asOf}`)
      await page.locator('.page-head').getByText('Rouge').waitFor()
      expect(await page.locator('.page-head').getByText(/échu/).count()).toBe(0)
      await photograph('validation-17-once-it-was-known')
      const ask = async (knownAt: string) =>
        (await page.request.get(`${running.server?.address}/api/sites/${site}/standing?asOf=${asOf}${knownAt}`)).json()
      expect(await ask(`&knownAt=${inDays(AHEAD - 1)}T12:00:00.000Z`)).toMatchObject({ internal: 'RED', lapsed: true })
      expect(await ask('')).toMatchObject({
        internal: 'RED',
        lapsed: false,
        validUntil: addMonths(inDays(0), 12),
        orderNumber: '0499/2027',
      })
    })
  })

  step('a year later the green has lapsed by itself, on the page, in the queue and by the interface', async () => {
    await here('planner', async ({ page, open, photograph }) => {
      await open('/sites')
      await openRow(page, SITES[0])
      await page.locator('.page-head').getByText(/échu/).waitFor()
      await page.getByText(`Vue telle qu’elle sera dans ${AHEAD} jours.`).waitFor()
      await photograph('validation-13-lapsed')
      const site = page.url().split('/').at(-1)?.split('?')[0] ?? ''
      const answer = await page.request.get(`${running.server?.address}/api/sites/${site}/standing`)
      expect(await answer.json()).toMatchObject({ internal: 'BLUE_LAPSED_GREEN', lapsed: true, wireCode: 0 })
      await open('/')
      await photograph('validation-14-home')
    })
    await here(
      'planner',
      async ({ page, open, photograph }) => {
        await open('/sites')
        await openRow(page, SITES[0])
        await page.locator('.page-head').getByText(/échu/).waitFor()
        await photograph('validation-15-lapsed-360')
      },
      PHONE,
    )
  })
})
