/*
The way through the whole house at its screens, by clicks and typing: a site where nobody has been is visited by a joint team, gets its
colour by an order, gives tagged bags, the bags become an export lot, the lot is certified and printed, and a stranger without network tells
the certificate from a changed one; it is revoked, and the stranger is told. And the way of bags that are held: the screens say why, and the certificate is refused.
*/
import { afterAll, describe, expect } from 'vitest'
import { answerDialog, askForCertificate, at, attach, dayFromToday, openRow, tradeAndExport } from './chain-hands.ts'
import { finishForm } from './form-hands.ts'
import { measureSheet, photographSheet } from './sheet-hands.ts'
import { visit } from './visitor.ts'
import { way } from './way.ts'

const SITE = 'Pango 3'
/** Of Mlima Saba, weighed twenty days ago, when its green had lapsed. */
const HELD = 'LE-000004'
const PHONE = 360
const kept = { number: '', code: '' }
const WITHDRAWN_FOR = 'Deux sacs du lot portaient des étiquettes d’un autre site.'
const stranger = await visit({ width: PHONE })
afterAll(() => stranger.leave())

/** What the stranger's telephone says of a code. */
async function verdict(text: string): Promise<string | null> {
  const { page } = stranger
  await page.reload()
  await page.getByLabel('Ou coller le texte du code').fill(text)
  await page.getByRole('button', { name: 'Vérifier ce texte' }).click()
  return page.locator('[data-verdict]').getAttribute('data-verdict')
}

describe('granted', () => {
  const step = way()
  step('a mission is planned for a site where nobody has been, and starts', () =>
    at('planner', async ({ page, open, photograph }) => {
      await open('/missions')
      await page.getByRole('link', { name: 'Planifier une mission' }).click()
      await page.getByLabel('Ajouter un site').fill('pango')
      await page.getByRole('button', { name: /Pango 3/ }).click()
      await page.getByLabel('Fondement légal').fill('Arrêté 0677/2021')
      await page.getByRole('group', { name: 'OIM' }).getByLabel('Présence').selectOption('requise')
      await photograph('way-01-planned')
      await page.getByRole('button', { name: 'Planifier', exact: true }).click()
      await answerDialog(page, 'Partir', async (dialog) => void (await dialog.getByLabel('Jour').waitFor()))
      await page.getByText('partie le').waitFor()
    }),
  )

  step('the inspector answers every question on a phone and signs; partner and civil society sign each for themselves', async () => {
    await at(
      'inspector',
      async ({ page, open, photograph }) => {
        await open('/missions')
        await openRow(page, SITE)
        await answerDialog(page, 'Ouvrir la fiche', async (dialog) => void (await dialog.getByLabel('Jour de la visite').waitFor()))
        await page.getByRole('heading', { name: SITE, level: 1 }).waitFor()
        await page.getByRole('link', { name: /Remplir/ }).click()
        await page.locator('.run-screen').waitFor()
        await finishForm(page)
        await photograph('way-02-answered-360')
        await answerDialog(page, 'Signer', async (dialog) => {
          await dialog.getByText('Vous signez au nom de').waitFor()
          await photograph('way-03-sign-asked-360')
        })
        await page.getByText('✓ signé le').waitFor()
        await photograph('way-03-signed-360')
      },
      PHONE,
    )
    for (const member of ['partner', 'witness']) {
      await at(member, async ({ page, open, photograph }) => {
        await open('/inspections')
        await openRow(page, SITE)
        const body = page.getByRole('listitem').filter({ hasText: member === 'partner' ? 'OIM' : 'société civile' })
        await body.getByRole('button', { name: 'Signer' }).click()
        await page.getByRole('dialog').getByRole('button', { name: 'Signer', exact: true }).click()
        await page
          .getByText('✓ signé le')
          .nth(member === 'partner' ? 1 : 2)
          .waitFor()
        if (member === 'partner') return
        await page.getByRole('button', { name: 'Soumettre' }).click()
        await page.getByText('à examiner').waitFor()
        await photograph('way-04-submitted')
      })
    }
  })

  step('somebody who did not sign accepts it, and the minister’s order makes the site green', async () => {
    await at('planner', async ({ page, open }) => {
      await open('/inspections?phase=submitted')
      await openRow(page, SITE)
      await answerDialog(page, 'Accepter', async (dialog) => void (await dialog.getByText('pourra fonder un arrêté').waitFor()))
      await page.getByText('Acceptée le').waitFor()
      await page.getByRole('link', { name: 'Mission', exact: true }).click()
      await answerDialog(page, 'Clore', async (dialog) => void (await dialog.getByLabel('Jour').waitFor()))
      await page.getByText('close le').waitFor()
    })
    await at('minister', async ({ page, open, photograph }) => {
      await open('/orders')
      await page.getByRole('link', { name: 'Projet d’arrêté' }).click()
      await page.getByRole('checkbox', { name: new RegExp(SITE) }).click()
      await page.getByLabel('Numéro').fill('0311/2026')
      await page.getByLabel('Fondement légal').fill('Arrêté 0677/2021')
      await photograph('way-05-order-draft')
      await page.getByRole('button', { name: 'Signer l’arrêté' }).click()
      const confirm = page.getByRole('dialog', { name: 'Signer l’arrêté 0311/2026 ?' })
      await confirm.getByText('Validation de sites : 1 site vert, à effet du').waitFor()
      await confirm.getByRole('button', { name: 'Signer', exact: true }).click()
      await page.getByRole('heading', { name: '0311/2026', level: 1 }).waitFor()
      await answerDialog(page, 'Publier', (dialog) => dialog.getByLabel('Journal, numéro, page').fill('JO 14, p. 3'))
      await page.getByText('JO 14, p. 3').waitFor()
      await page.getByRole('link', { name: SITE }).click()
      await page.locator('.page-head').getByText('Vert').waitFor()
      await photograph('way-05-site-green')
    })
  })

  step('tags are given to the site and two bags weighed, on a phone', () =>
    at(
      'agent',
      async ({ page, open, photograph }) => {
        await open('/tags')
        await answerDialog(page, 'Enregistrer une série', async (dialog) => {
          const typed = { Émetteur: 'ITSCI', Préfixe: 'PK-', 'Premier numéro': '1', 'Dernier numéro': '50', 'Nombre de chiffres': '6' }
          for (const [label, value] of Object.entries(typed)) await dialog.getByLabel(label, { exact: true }).fill(value)
          await dialog.getByLabel('Chiffre de contrôle').selectOption('aucun')
          await dialog.getByText('De PK-000001 à PK-000050 : 50 étiquettes.').waitFor()
        })
        const row = page.getByRole('row').filter({ hasText: 'PK-000001' })
        await row.getByRole('button', { name: 'Donner à un site' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('Site').fill('pango')
        await dialog.getByRole('button', { name: /Pango 3/ }).click()
        await dialog.getByRole('button', { name: 'Donner', exact: true }).click()
        await row.getByRole('link', { name: SITE }).waitFor()
        await open('/weigh')
        for (const [index, kilograms] of ['42,5', '41,75'].entries()) {
          await page.getByLabel('Numéro de l’étiquette').fill(`PK-00000${index + 1}`)
          await page.getByLabel('Masse nette (kg)').fill(kilograms)
          if (index === 0) {
            await page.getByLabel('Minerai').selectOption('wolframite')
            await page.getByLabel('Site').fill('pango')
            await page.getByRole('button', { name: /Pango 3/ }).click()
            await page.getByLabel('À qui est le sac').selectOption('Négoce Bahati')
          }
          await page.getByRole('button', { name: 'Enregistrer le sac' }).click()
          await page.getByText('Sac enregistré, rien à signaler.').waitFor()
          await photograph(`way-06-bag-${index + 1}-360`)
          if (index === 0) await page.getByRole('button', { name: 'Sac suivant' }).click()
        }
      },
      PHONE,
    ),
  )

  step('the trader combines and sells, the exporter weighs again and forms the export lot', () =>
    tradeAndExport({ number: 'P3-01', bags: ['PK-000001', 'PK-000002'], sentKilograms: '84,25', receivedKilograms: '84,1' }, true),
  )

  step('the exporter records the assay, asks for the certificate and attaches the papers', () =>
    at('exporter', async (visitor) => {
      const { page, open, photograph } = visitor
      await open('/lots?kind=export-lot')
      await openRow(page, 'EXP-P3-01')
      await answerDialog(page, 'Noter une analyse', async (dialog) => {
        await dialog.getByLabel('Laboratoire').fill('Laboratoire de Lukanda')
        await dialog.getByLabel('Valeur (%)').fill('65,4')
      })
      await page.getByText('65,4 % WO3').waitFor()
      await photograph('way-09-export-lot')
      await askForCertificate(visitor, { lot: 'EXP-P3-01', grade: '65,4 % WO3' })
      const today = dayFromToday(0)
      await attach(page, 'Agrément de l’exportateur', {
        choose: { 'statut après audit': 'Vert' },
        type: { 'Numéro du papier': 'AGR-0044', 'Valable du': dayFromToday(-200), 'Valable jusqu’au': dayFromToday(160) },
      })
      await attach(page, 'Analyse', {
        choose: { Élément: 'WO3' },
        type: { Laboratoire: 'Laboratoire de Lukanda', 'Numéro du papier': 'LAB-771', 'Valeur (%)': '65,4', Date: today },
      })
      const authority = { Taxe: 'redevance minière', Autorité: 'Direction des recettes', 'Numéro du papier': 'Q-77121' }
      await attach(page, 'Quittance de taxe', { type: { ...authority, Montant: '645', Date: today } })
      await attach(page, 'Papier de transport', {
        choose: { De: 'Négoce Bahati', À: 'Comptoir Nyota' },
        type: { 'Numéro du papier': 'AT-P3-01', Date: today },
      })
      await attach(page, 'Papier de transport', { type: { 'Numéro du papier': 'AT-0140/LK', Date: today } })
      // The last of those is who did what; the first stands in a check that passed and is shut.
      await page.getByText('AT-0140/LK').last().waitFor()
      await photograph('way-10-dossier')
    }),
  )

  step('one person recommends, another issues', async () => {
    await at('verifier', async ({ page, open, photograph }) => {
      await open('/certificates')
      await openRow(page, 'EXP-P3-01')
      await answerDialog(page, 'Recommander', async (dialog) => {
        for (const box of await dialog.getByRole('checkbox').all()) await box.click()
        await photograph('way-11-recommends')
      })
      await page.getByText('une autre personne doit décider').waitFor()
    })
    await at('validator', async ({ page, open, photograph }) => {
      await open('/certificates')
      await openRow(page, 'EXP-P3-01')
      await answerDialog(page, 'Délivrer', async (dialog) => {
        await dialog.getByLabel('Valable jusqu’au').waitFor()
        // What the exporter says of itself asks for a judgement: without a reason nothing can be issued.
        await dialog.getByLabel('Raison du jugement').fill('Pièces vues en original ; analyse refaite au laboratoire.')
      })
      await page.getByRole('link', { name: /^CD-\d{4}-\d{6}$/ }).click()
      kept.code = (await page.getByText(/^ASM1:/).textContent()) ?? ''
      // The heading says beside it whether it counts.
      kept.number = /CD-\d{4}-\d{6}/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0] ?? ''
      await photograph('way-12-certificate')
    })
    expect(kept.code).toMatch(/^ASM1:/)
  })

  step('the certificate is one sheet of A4: its code large enough for a telephone, nothing too small to read, nothing over another', () =>
    at('validator', async ({ page, open, photograph }) => {
      await open(`/certificate/${kept.number}/print`)
      await page.locator('.sheet').waitFor()
      await photographSheet(page, () => photograph('way-12-sheet'))
      const sheet = await measureSheet(page)
      expect(sheet).toEqual({ ...sheet, pages: 1, tooSmall: [], overlapping: [], stamps: [] })
      expect(sheet.codeMillimetres).toBeGreaterThanOrEqual(50)
      expect(sheet.filled).toBeGreaterThan(0.75)
    }),
  )

  step('a stranger without network: genuine; with one changed byte refused', async () => {
    const { page, context, open, photograph } = stranger
    await open('/verify')
    await page.getByText('Listes gardées sur cet appareil').waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await context.setOffline(true)
    expect(await verdict(kept.code)).toBe('genuine')
    await page
      .getByText(/CD-\d{4}-\d{6}/)
      .first()
      .waitFor()
    await photograph('way-13-genuine-360')
    const place = Math.floor(kept.code.length / 2)
    expect(await verdict(kept.code.slice(0, place) + (kept.code[place] === '0' ? '1' : '0') + kept.code.slice(place + 1))).not.toBe(
      'genuine',
    )
    await photograph('way-14-changed-360')
  })

  step(
    'the desk revokes it with a reason, its sheet is stamped across; a telephone that did not hear of it says how old its list is',
    async () => {
      await at('validator', async ({ page, open, photograph }) => {
        await open('/certificates')
        await page.getByRole('tab', { name: 'Certificats délivrés' }).click()
        await page.getByRole('link', { name: kept.number }).click()
        await page.getByRole('heading', { name: kept.number, level: 1 }).waitFor()
        await answerDialog(page, 'Révoquer', async (dialog) => {
          // Without a reason nothing is taken back.
          expect(await dialog.locator('.actions .btn').last().isDisabled()).toBe(true)
          await dialog.getByLabel('Raison').fill(WITHDRAWN_FOR)
        })
        await page.getByText(WITHDRAWN_FOR).waitFor()
        await page.locator('.page-head').getByText('Révoqué').waitFor()
        expect(await page.getByRole('button', { name: 'Révoquer' }).count()).toBe(0)
        await photograph('way-15-revoked')
        await open(`/certificate/${kept.number}/print`)
        await page.locator('.sheet').waitFor()
        await photographSheet(page, () => photograph('way-16-sheet-revoked'))
        expect(await measureSheet(page)).toMatchObject({ pages: 1, stamps: [expect.stringMatching(/^RÉVOQUÉ\s+REVOKED$/)] })
      })
      expect(await verdict(kept.code)).toBe('genuine')
      await stranger.page.getByText(/Non révoqué au \d\d-\d\d-\d{4}/).waitFor()
    },
  )

  step('the stranger’s telephone takes the list with the network, and without it says that the certificate is revoked', async () => {
    const { page, context, photograph } = stranger
    await context.setOffline(false)
    const brought = page.waitForResponse((answer) => answer.url().includes('revocation') && answer.ok())
    await page.getByRole('button', { name: 'Mettre à jour' }).click()
    await brought
    await page.locator('[data-verdict=revoked]').waitFor()
    await context.setOffline(true)
    expect(await verdict(kept.code)).toBe('revoked')
    await photograph('way-17-revoked-360')
  })
})

describe('refused', () => {
  const step = way()

  step(
    'a bag weighed after the green had lapsed says why it is held, and where lots are combined it is named and cannot be taken',
    async () => {
      await at(
        'agent',
        async ({ page, open, photograph }) => {
          await open('/lots?state=quarantined')
          await openRow(page, HELD)
          await page.getByText(/En quarantaine depuis le .* règle F04/).waitFor()
          await page
            .getByText(/le vert de l’arrêté .+ était échu depuis le \d\d-\d\d-\d{4}/)
            .first()
            .waitFor()
          await photograph('held-1-bag-360')
        },
        PHONE,
      )
      await at('trader', async ({ page, open, photograph }) => {
        await open('/lots/new')
        await page.getByRole('heading', { name: 'En main, mais en quarantaine' }).waitFor()
        await page.getByRole('link', { name: HELD }).waitFor()
        expect(await page.getByRole('checkbox', { name: HELD }).count()).toBe(0)
        await photograph('held-2-trader-cannot')
      })
    },
  )

  step('released by a second person, it reaches the desk: the check fails, says who must do what, and the dossier is refused', async () => {
    await at('verifier', async ({ page, open }) => {
      await open('/lots?state=quarantined')
      await openRow(page, HELD)
      await answerDialog(page, 'Lever la quarantaine', (dialog) => dialog.getByLabel('Motif').fill('Relâché à la demande du négociant.'))
      await page.getByText('Levé : Relâché').waitFor()
    })
    await tradeAndExport({ number: 'S7-01', bags: [HELD], sentKilograms: '30,2', receivedKilograms: '30,1' })
    await at('exporter', async (visitor) => {
      await askForCertificate(visitor, { lot: 'EXP-S7-01', grade: '31,2 % Ta2O5' })
      await visitor.page.getByText(/ne peut pas donner de certificat/).waitFor()
    })
    await at('validator', async ({ page, open, photograph }) => {
      await open('/certificates')
      await openRow(page, 'EXP-S7-01')
      const check = page.locator('#check-3')
      await check.getByText('échoué').waitFor()
      await check.getByText(/XL-0002.* le vert de l’arrêté .+ était échu depuis le \d\d-\d\d-\d{4}/).waitFor()
      expect(await page.getByRole('button', { name: 'Délivrer' }).count()).toBe(0)
      await answerDialog(page, 'Refuser', (dialog) => dialog.getByLabel('Raison').fill('Produit après l’échéance du statut du site.'))
      await page.getByText('Produit après l’échéance').last().waitFor()
      await photograph('held-3-refused')
    })
  })
})
