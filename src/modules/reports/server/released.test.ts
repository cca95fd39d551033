/*
What is released, as strangers find it: the list, the page with its files and words in the reader's language, the entry in the public ledger whose proof
holds for the frozen hash and for no other. And the yearly report as the authority writes it, of all exporters.
*/
import { beforeAll, expect, test } from 'vitest'
import { freshProvince } from '../../../../test/played-province.ts'
import { DEMO_PASSWORD } from '../../../../test/world/accounts.ts'
import { type Client, newId, signIn, stranger } from '../../../../test/world/client.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { verifySignature } from '../../../platform/keys/signer.ts'
import { entryText } from '../../ledger/contract.ts'
import { readKey } from '../../ledger/domain/note.ts'
import { checkOfflineProof } from '../../ledger/domain/offline-proof.ts'
import { nodeSha256 } from '../../ledger/server/grow.ts'
import { ReportAnswer, type ReportDocument } from '../contract.ts'

const world = await freshProvince()
let app: Awaited<ReturnType<typeof world.program.createHttp>>
const clients = new Map<string, Client>()
let [open, kept] = ['', '']
beforeAll(async () => {
  app = await world.program.createHttp(({ error }) => {
    throw error
  })
  for (const key of ['exporter', 'planner']) clients.set(key, await signIn(app, `${key}@demo.chanzo.example`, DEMO_PASSWORD))
  open = await released('exporter', { kind: 'site-share', subject: { certificate: world.province.certificateNumber } }, true)
  kept = await released('exporter', { kind: 'mine-list', subject: {} }, false)
  return () => app.close()
}, 120_000)

const as = (key: string): Client => clients.get(key) ?? stranger(app)
const period = () => ({ from: addDays(world.province.stage.today, -360), until: world.province.stage.today })
async function opened(key: string, asked: object): Promise<string> {
  const id = newId()
  expect((await as(key).send('/api/reports', { id, period: period(), ...asked })).status).toBe(200)
  return id
}
const answerOf = async (key: string, id: string) => mustParse(ReportAnswer, (await as(key).get(`/api/reports/${id}`)).body)
async function released(key: string, asked: object, isPublic: boolean): Promise<string> {
  const id = await opened(key, asked)
  const gapsSeen = (await answerOf(key, id)).draft.gaps
  expect((await as(key).post(`/api/reports/${id}/releases`, { isPublic, gapsSeen })).status).toBe(200)
  return (await answerOf(key, id)).released[0]?.number ?? ''
}
const page = async (path: string): Promise<string> => String((await stranger(app).get(path)).body)

test('a report has a series of numbers of its own', () => {
  expect(open).toMatch(/^RP-\d{4}-\d{4}-1$/)
  expect(kept).toMatch(/^RP-\d{4}-\d{4}-1$/)
})

test('strangers find what was released for everybody, with its files and its proof; what was not stays unnamed', async () => {
  const list = await page('/reports/released?language=fr')
  for (const link of [
    `/reports/released/${open}?language=fr`,
    `/reports/released/${open}/json`,
    `/reports/released/${open}/xlsx?language=fr`,
    `/reports/released/${open}/print?language=fr`,
    `/ledger/entry?number=${open}&amp;kind=report-released&amp;language=fr`,
  ])
    expect(list).toContain(`href="${link}"`)
  expect(list).toContain('Comptoir Nyota')
  expect(list).not.toContain(kept)
  const shown = await page(`/reports/released/${open}?language=fr`)
  expect(shown).toContain(`/reports/released/${open}/json`)
  expect(await page(`/reports/released/${open}/print?language=fr`)).not.toContain('class="links"')
})

test('the page speaks the language of its reader: colours of mines, days as people write them, no code', async () => {
  for (const language of ['fr', 'en']) {
    const shown = await page(`/reports/released/${open}?language=${language}`)
    expect(shown).toMatch(language === 'fr' ? /vert \(\d+\)/ : /green \(\d+\)/)
    expect(shown).not.toMatch(/GREEN|YELLOW|BLUE_/)
    expect(shown.replaceAll(/href="[^"]*"|[0-9a-f]{64}/g, '')).not.toMatch(/\b20\d\d-\d\d-\d\d\b/)
    expect(shown).not.toMatch(/report\.[a-z]+\./)
  }
  const english = (await page(`/reports/released/${open}?language=en`)).replace(/<nav[\s\S]*?<\/nav>/, '')
  expect(english).not.toMatch(/\b(du|lacune|Mines du|fait|faits|Auteur|Période|trouvé|jours)\b/)
})

test('the ledger holds the frozen hash: its proof is checked without this server, and holds for no other hash', async () => {
  const { body } = await app.inject({ method: 'GET', url: `/reports/released/${open}/json` })
  const sha256 = Buffer.from(nodeSha256(new TextEncoder().encode(body))).toString('hex')
  await world.program.modules.ledger.signer.sign()
  const proof = await page(`/ledger/proof?number=${open}&kind=report-released`)
  const key = readKey(nodeSha256, await page('/ledger/key'))
  if (key === null) throw new Error('the ledger names no key')
  const crypto = { sha256: nodeSha256, verify: verifySignature }
  const entry = { kind: 'report-released', number: open, sha256 } as const
  expect(checkOfflineProof(proof, { entry: entryText(entry), key }, crypto)).toMatchObject({ ok: true })
  expect(checkOfflineProof(proof, { entry: entryText({ ...entry, sha256: 'ab'.repeat(32) }), key }, crypto)).toMatchObject({ ok: false })
  // What was released to few stands there too, by number and hash alone.
  expect((await stranger(app).get(`/ledger/proof?number=${kept}&kind=report-released`)).status).toBe(200)
})

const lineOf = (document: ReportDocument, key: string) => document.sections.flatMap(({ lines }) => lines).find((one) => one.key === key)
const tableOf = (document: ReportDocument, key: string) => document.sections.flatMap(({ tables }) => tables).find((one) => one.key === key)
test('the yearly report of the authority: five steps of all exporters, Annex II whole, nothing asked that only a company has', async () => {
  const id = await opened('planner', { kind: 'oecd-annual', subject: {} })
  const { draft, mayRelease } = await answerOf('planner', id)
  expect([draft.author, mayRelease, draft.subjectName]).toEqual(['Ministère des Mines (démonstration)', true, null])
  expect(draft.sections.map(({ key }) => key)).toEqual(['step-1', 'step-2', 'step-3', 'step-4', 'step-5'])
  expect(lineOf(draft, 'approval')).toBeUndefined()
  expect(lineOf(draft, 'shipments')).toMatchObject({ state: 'filled', value: 1 })
  expect(lineOf(draft, 'shipped-mass')).toMatchObject({ value: 292_000, unit: 'grams' })
  expect(
    tableOf(draft, 'annex')
      ?.rows.map(([code]) => String(code).replace('risk.', ''))
      .toSorted(),
  ).toEqual(['A1a', 'A1b', 'A1c', 'A1d', 'A1e', 'A2', 'A3', 'A4', 'A5', 'A6'])
  // Also what lies beside the certified lots: a road that nobody of the chain declared.
  expect(tableOf(draft, 'suspensions')?.rows.map(([subject]) => String(subject))).toContain('kiwanja – lac (piste nord)')
  expect(tableOf(draft, 'risks')?.rows.length).toBeGreaterThanOrEqual(2)
  expect(tableOf(draft, 'suspensions')?.rows.length).toBeGreaterThanOrEqual(1)
  expect(lineOf(draft, 'incidents')?.value).toBeGreaterThanOrEqual(1)
  for (const gap of draft.sections.flatMap(({ lines }) => lines).filter(({ state }) => state === 'gap'))
    expect(gap).toMatchObject({ value: null, who: expect.stringMatching(/./) })
  expect(draft.sections.filter(({ written }) => written?.text === null)).toHaveLength(5)
})
