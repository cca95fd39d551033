/*
Days without network: a mission of three bodies is planned in the office and carried by two telephones; the server is switched off; two sites are
inspected, one member disagrees, the forms go from telephone to telephone and are signed; then the server is back behind a line that loses every
third request, and what lands is what the office would have written.
*/
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { listOf, looseRecord, mustParse, orNull, text } from '../../src/kernel/schema.ts'
import { newId } from '../world/client.ts'
import { answerDialog } from './chain-hands.ts'
import { finishForm } from './form-hands.ts'
import { openLink } from './link.ts'
import { openForm, planAndLeave, writePlan } from './mission-hands.ts'
import { PIN, carry, enrol, go, handOver, lock, newPhone, offerFor, open, sendAll, shownId } from './phone-hands.ts'
import { heapOf, storesOf } from './phone-dump.ts'
import { startCopy } from './own-server.ts'
import type { DemonstrationServer } from './start-server.ts'
import { type Visitor, visit } from './visitor.ts'
import { way } from './way.ts'

const SITES = ['Pango 3', 'Jiwe Jeusi'] as const
/** Plain letters: a snapshot of memory writes others in its own way. */
const CANARY = 'Une taxe sur la route, canari 4711'
const folder = mkdtempSync(join(tmpdir(), 'chanzo-field-'))
const link = await openLink()
const running: { server: DemonstrationServer | null } = { server: null }
const start = async (): Promise<void> => {
  running.server = await startCopy(join(folder, 'data'), 0, { baseUrl: link.address })
  link.lead(running.server.address)
}
await start()
const head = await newPhone(link.address)
const second = await newPhone(link.address)
const made: { mission: string; inspections: string[]; token: string } = { mission: '', inspections: [], token: '' }
second.page.on('request', (asked) => {
  made.token = asked.headers()['authorization'] ?? made.token
})
afterAll(async () => {
  await head.leave()
  await second.leave()
  await running.server?.stop()
  await link.close()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

async function sign(phone: Visitor, inspection: string): Promise<void> {
  await go(phone, `/inspections/${inspection}`)
  await answerDialog(phone.page, 'Signer', (dialog) => dialog.getByText('Vous signez au nom de').waitFor())
}

/** Opens a site of the carried mission on the telephone and fills its form in. Answers the id of the inspection. */
async function inspect(phone: Visitor, site: string): Promise<string> {
  await go(phone, `/missions/${made.mission}`)
  await openForm(phone.page, site)
  const inspection = shownId(phone.page)
  await phone.page.getByRole('link', { name: /Remplir/ }).click()
  await phone.page.locator('.run-screen').waitFor()
  await finishForm(phone.page)
  return inspection
}

describe('a joint mission without network', () => {
  const step = way(() => Promise.all([head.photograph('failed-head'), second.photograph('failed-second')]))

  step('the office plans a mission of three bodies and enrols the telephones', async () => {
    const planner = await visit({ as: 'planner', address: link.address })
    await planner.open('/missions/new')
    await writePlan(planner.page, SITES)
    await planAndLeave(planner.page)
    made.mission = shownId(planner.page)
    await planner.leave()
    const officer = await visit({ as: 'administrator', address: link.address })
    await officer.open('/devices')
    await officer.photograph('field-01-devices')
    await enrol(head, await offerFor(officer, 'MINES_PROV'), 'field-02-enrol-360')
    await enrol(second, await offerFor(officer, 'CIVIL_SOCIETY'))
    await open(second)
    await lock(second)
    await enrol(second, await offerFor(officer, 'PARTNER_TEAM'))
    await officer.leave()
  })

  step('each telephone carries the mission; two people share one, each behind an own PIN', async () => {
    await open(head)
    await carry(head, /validation conjointe/i, 'field-03-360')
    await open(second, 2)
    await lock(second)
    await second.photograph('field-04-seats-360')
    await open(second, 1)
    await carry(second, /validation conjointe/i)
  })

  step('the server is gone: both sites are inspected, each on one telephone', async () => {
    // On a busy machine the app is at times still being kept when the telephones have all they carry.
    for (const { page } of [head, second]) await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    link.lead(null)
    await running.server?.stop()
    running.server = null
    await head.context.setOffline(true)
    await second.context.setOffline(true)
    await go(head, '/field/shelf/new')
    await head.page.getByText(SITES[0]).waitFor()
    await head.photograph('field-05-new-360')
    made.inspections.push(await inspect(head, SITES[0]))
    await head.page
      .getByText(/provisoire/i)
      .first()
      .waitFor()
    await head.photograph('field-06-filled-360')
    made.inspections.push(await inspect(second, SITES[1]))
  })

  step('a locked telephone holds nothing that can be read, and opens again without network', async () => {
    await lock(head)
    expect(await head.page.content()).not.toContain(SITES[0])
    expect(new URL(head.page.url()).pathname).toBe('/')
    await open(head)
    await go(head, '/field/shelf/ready')
    await head.page.getByText(SITES[0]).first().waitFor()
    await head.photograph('field-07-ready-360')
  })

  step('sign-out is refused while work is unsent', async () => {
    await go(head, '/field/settings')
    await head.page.getByRole('button', { name: 'Retirer', exact: true }).click()
    const confirm = head.page.getByRole('dialog')
    if ((await confirm.count()) > 0) await confirm.locator('.actions .btn').last().click()
    await head.page
      .getByText(/Impossible tant que du travail n’est pas envoyé/)
      .first()
      .waitFor()
    await head.photograph('field-08-refused-sign-out-360')
  })

  step('the forms change hands without network; one member disagrees, both sign', async () => {
    const [one = '', two = ''] = made.inspections
    await sign(head, one)
    await handOver(head, second, one)
    await second.page.getByRole('link', { name: 'Lire et signer' }).click()
    await second.page.getByRole('button', { name: '+ Je ne suis pas d’accord' }).first().click()
    const dialog = second.page.getByRole('dialog')
    await dialog.getByLabel('Ce que vous dites').fill(CANARY)
    await dialog.locator('.actions .btn').last().click()
    await second.page.getByText(CANARY).first().waitFor()
    await second.photograph('field-09-dissent-360')
    await sign(second, one)
    await sign(second, two)
    await handOver(second, head, two)
    await sign(head, two)
    await handOver(second, head, one)
    for (const inspection of [one, two]) {
      await go(head, `/inspections/${inspection}`)
      await head.page.getByRole('button', { name: 'Soumettre' }).click()
      await head.page.getByText('à examiner').first().waitFor()
    }
    await head.photograph('field-10-submitted-360')
  })

  step('after the day’s work nothing on the telephone can be read, and a locked app holds neither a word nor a key', async () => {
    const { page } = second
    const inUse = await heapOf(page)
    // The search finds what is there.
    expect(made.token).toMatch(/^Bearer .{20}/)
    const token = made.token.slice('Bearer '.length)
    expect([inUse.includes(CANARY), inUse.includes(token)]).toEqual([true, true])
    await lock(second)
    const heap = await heapOf(page)
    const stores = await storesOf(page)
    expect(stores.length, 'the stores are read').toBeGreaterThan(10_000)
    const words = [CANARY, 'canari', SITES[0], 'Lukanda', 'civil-society', PIN]
    expect(words.filter((word) => stores.includes(word))).toEqual([])
    expect([CANARY, SITES[0], token].filter((word) => heap.includes(word))).toEqual([])
    await open(second, 1)
  })

  step('the server is back behind a line that loses every third request, and everything lands', async () => {
    await start()
    link.drop(3)
    await head.context.setOffline(false)
    await second.context.setOffline(false)
    await sendAll(second)
    await sendAll(head, 'field-11-sent-360')
    expect(link.dropped()).toBeGreaterThan(3)
    link.drop(0)
    await go(head, '/field/shelf/sent')
    await head.page
      .getByText(/Reçu du serveur n°/)
      .first()
      .waitFor()
    await head.photograph('field-12-receipts-360')
  })

  step('what landed is what the office would have written', async () => {
    const landed = await Promise.all(made.inspections.map((id) => pageOf(id)))
    expect(landed.map(({ phase, name }) => [phase, name])).toEqual(SITES.map((site) => ['submitted', site]))
    expect(landed.map(({ dissents }) => dissents.map(({ by, reason }) => [by, reason]))).toEqual([[['civil-society', CANARY]], []])
    for (const page of landed) {
      expect(page.signatures.map(({ body }) => body).toSorted()).toEqual(['civil-society', 'mines-administration'])
      expect(page.answers).toHaveLength(1)
      expect(facts(await pageOf(await writtenAtTheDesk(page)))).toEqual(facts(page))
    }
  })
})

const Page = looseRecord({
  inspection: text(),
  site: text(),
  name: text(),
  on: text(),
  phase: text(),
  findings: listOf(looseRecord({ criterion: text(), answer: text(), by: text(), narrative: orNull(text(4000)) })),
  dissents: listOf(looseRecord({ by: text(), criterion: text(), reason: orNull(text(2000)) })),
  signatures: listOf(looseRecord({ body: text() })),
  proposal: looseRecord({ result: text() }),
  answers: listOf(
    looseRecord({
      by: text(),
      form: looseRecord({ form: text(), version: text(), sha256: text() }),
      xml: text(500_000),
      values: listOf(looseRecord({ path: text(), value: text(20_000) })),
    }),
  ),
})
type Page = ReturnType<typeof mustParse<typeof Page>>

const desks = new Map<string, Visitor>()
afterAll(() => Promise.all([...desks.values()].map((desk) => desk.leave())))
async function deskOf(key: string): Promise<Visitor> {
  const desk = desks.get(key) ?? (await visit({ as: key, address: running.server?.address ?? '' }))
  desks.set(key, desk)
  return desk
}
async function pageOf(inspection: string): Promise<Page> {
  const { page, address } = await deskOf('inspector')
  return mustParse(Page, await (await page.request.get(`${address}/api/inspections/${inspection}`)).json())
}

/** The same visit once more, written at desks with network. Answers its id. */
async function writtenAtTheDesk({ site, on, answers, dissents, signatures }: Page): Promise<string> {
  const send = async (key: string, path: string, data: object): Promise<string> => {
    const { page, address } = await deskOf(key)
    const id = newId()
    const answer = await page.request.post(`${address}${path}`, { data: { id, data }, headers: { origin: address } })
    expect([path, answer.status(), await answer.text()]).toEqual([path, 200, expect.any(String)])
    return id
  }
  const voice = (body: string): string => (body === 'civil-society' ? 'witness' : 'inspector')
  const again = await send('inspector', '/api/inspections', { site, mission: made.mission, date: on, onSite: true })
  for (const { by, form, xml } of answers) {
    const instance = `uuid:${newId()}`
    const fresh = xml.replace(/(instanceID>)[^<]*/, `$1${instance}`)
    await send(voice(by), `/api/inspections/${again}/answers`, { by, form, instance, xml: fresh, files: [] })
  }
  for (const { by, criterion, reason } of dissents) await send(voice(by), `/api/inspections/${again}/dissents`, { by, criterion, reason })
  for (const { body } of signatures) await send(voice(body), `/api/inspections/${again}/signatures`, { body })
  await send('inspector', `/api/inspections/${again}/submission`, {})
  return again
}

/** What an inspection says, without its ids and times. */
const facts = ({ findings, dissents, signatures, proposal, answers, phase, on, site }: Page) => ({
  ...{ phase, on, site, result: proposal.result },
  findings: findings.map(({ criterion, answer, by, narrative }) => [criterion, answer, by, narrative]).toSorted(),
  dissents: dissents.map(({ by, criterion, reason }) => [by, criterion, reason]).toSorted(),
  signatures: signatures.map(({ body }) => body).toSorted(),
  answers: answers.map(({ by, values }) => [by, values.map(({ path, value }) => [path, value])]),
})
