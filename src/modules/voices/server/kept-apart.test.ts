/* What is not for every reader: the sender's own number is nowhere, another's is shown on demand, a voice note is heard, a text is erased. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { newId } from '../../../../test/world/client.ts'
import { looseRecord, listOf, maybe, mustParse, text } from '../../../kernel/schema.ts'
import { EraseText, RevealedText, VoiceDetail, VoiceList } from '../contract.ts'
import { readCode } from '../domain/receipt-code.ts'
import { HIDDEN } from '../domain/telephone.ts'
import { signatureOf } from './gateways.ts'

const SECRET = 'a secret of the gateway'
process.env['CHANZO_VOICE_GATEWAYS'] = JSON.stringify([
  { name: 'sms', kind: 'sms', secret: SECRET },
  { name: 'wa', kind: 'whatsapp', secret: SECRET },
])
const world = await freshDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await openStage(world, 10)
  return () => stage.app.close()
})
const FROM = '+243990000004'
async function post(name: 'sms' | 'wa', body: object) {
  const payload = Buffer.from(JSON.stringify(body))
  const header = name === 'sms' ? 'x-chanzo-signature' : 'x-hub-signature-256'
  return stage.app.inject({
    ...{ method: 'POST', url: `/api/voices/gateways/${name}`, payload },
    headers: { 'content-type': 'application/json', [header]: signatureOf(SECRET, payload) },
  })
}
let sent = 0
async function say(words: string, more: object = {}): Promise<string> {
  const answer = await post('sms', { id: `k-${++sent}`, from: FROM, text: words, ...more })
  expect(answer.statusCode).toBe(200)
  return mustParse(looseRecord({ replies: maybe(listOf(looseRecord({ text: text() }))) }), answer.json()).replies?.[0]?.text ?? ''
}
const list = async () => mustParse(VoiceList, (await stage.as('witness').get('/api/voices')).body).voices
const detail = async (voice: string) => mustParse(VoiceDetail, (await stage.as('witness').get(`/api/voices/${voice}`)).body)
/** The report that came since `before`. */
async function newest(before: readonly { readonly id: string }[]) {
  const [one] = (await list()).filter((row) => !before.some((known) => known.id === row.id))
  if (!one) throw new Error('no report came')
  return detail(one.id)
}
const codeOf = (reply: string): string => readCode(/((?:\d{4} ?){5})/.exec(reply)?.[1] ?? '') ?? ''

test('the number of who sent it stands nowhere; another’s is hidden, and showing it is written down', async () => {
  const before = await list()
  const reply = await say('Bato bazali kosenga mbongo. Benga ngai na 099 000 00 04, to benga 0810000022')
  const voice = await newest(before)
  const [said] = voice.texts
  expect(said?.text).toBe(`Bato bazali kosenga mbongo. Benga ngai na ${HIDDEN}, to benga ${HIDDEN}`)
  expect(said?.hidden).toBe(1)
  const revealed = await stage.as('witness').get(`/api/voices/${voice.id}/texts/${said?.id ?? ''}`)
  expect(mustParse(RevealedText, revealed.body).text).toContain('0810000022')
  expect(mustParse(RevealedText, revealed.body).text).not.toMatch(/99.?000.?00.?04/)
  expect((await detail(voice.id)).readings.filter((one) => one.what === 'number')).toHaveLength(1)
  expect((await stage.as('agent').get(`/api/voices/${voice.id}/texts/${said?.id ?? ''}`)).status).toBe(403)
  // Nor does it come in with facts that are added.
  await say(`${codeOf(reply)} benga +243 990 000 004`)
  expect((await detail(voice.id)).texts.at(-1)?.text).toBe(`benga ${HIDDEN}`)
  // And the desk does not carry a number on into the file.
  const opening = { category: 'illegal-tax', text: 'Appeler le 0810000022', namesChecked: true }
  const refused = await stage.as('witness').post(`/api/voices/${voice.id}/incidents`, opening)
  expect(refused.body).toMatchObject({ refusal: { code: 'incident-text-has-number' } })
})

test('a language alone is remembered, words to the service open no report, nor does a code with a group left out', async () => {
  const before = (await list()).length
  expect(await say('SWAHILI')).toContain('Lugha')
  expect(await say('STOP')).toContain('Hatutaandika')
  expect(await say('Bonjour')).toContain('Andika')
  expect(await say('0752 0014 4343 5553')).not.toMatch(/\d{4} \d{4} \d{4} \d{4} \d{4}/)
  expect((await list()).length).toBe(before)
  const reports = await list()
  // No word tells the language: the one that was said does.
  expect(await say('Bisie 5000')).toContain('Imepokelewa')
  expect((await newest(reports)).language).toBe('sw')
  // Of another sender nothing is known.
  expect(await say('Bisie 6000', { from: '+243990000009' })).toContain('Recu')
  const rows = await world.program.database.read((tx) =>
    sql<{ line: string }>`select one::text as line from voice_arrival as one`.execute(tx),
  )
  expect(rows.rows.map((row) => row.line).join()).not.toContain('990000004')
})

test('parts keep the space between words, and the whole answers a part that comes again', async () => {
  const before = await list()
  const part = (n: number, words: string, id = `q-${n}`) => say(words, { id, part: n, parts: 2 })
  expect(await part(2, 'et le reste du message')).toBe('')
  const reply = await part(1, 'Barrière près de Colline 12')
  expect(codeOf(reply)).not.toBe('')
  expect(await part(1, 'Barrière près de Colline 12')).toBe(reply)
  expect((await newest(before)).texts[0]?.text).toBe('Barrière près de Colline 12 et le reste du message')
  // A full part was cut inside a word; and without a reference a second long text does not lose its parts in the first.
  const again = await list()
  const full = 'a'.repeat(150) + 'bar'
  expect(await part(1, full, 'r-1')).toBe('')
  expect(await part(1, 'Un autre message', 's-1')).toBe('')
  expect(codeOf(await part(2, 'rière', 'r-2'))).not.toBe('')
  expect((await newest(again)).texts[0]?.text).toBe(`${full}rière`)
  const third = await list()
  expect(codeOf(await part(2, 'et sa fin', 's-2'))).not.toBe('')
  expect((await newest(third)).texts[0]?.text).toBe('Un autre message et sa fin')
})

const note = (id: string, audio: object) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ value: { messages: [{ id, from: '243990000004', type: 'audio', audio }] } }] }],
})
test('a voice note is kept as sound where the gateway gives it, and heard on record; else the report says that it was one', async () => {
  const before = await list()
  expect((await post('wa', note('v-1', { id: '77', mime_type: 'audio/ogg; codecs=opus' }))).statusCode).toBe(200)
  expect((await newest(before)).texts.map((one) => [one.kind, one.text])).toEqual([['report', '[audio]']])
  const again = await list()
  const bytes = Buffer.from('the sound of a voice')
  await post('wa', note('v-2', { id: '78', mime_type: 'audio/ogg; codecs=opus', data: bytes.toString('base64') }))
  const voice = await newest(again)
  const sound = voice.texts.find((one) => one.kind === 'sound')
  expect(sound).toMatchObject({ text: '–', hidden: 0 })
  const heard = await stage.as('witness').get(`/api/voices/${voice.id}/sounds/${sound?.id ?? ''}`)
  expect([heard.status, heard.body]).toEqual([200, bytes.toString()])
  expect((await detail(voice.id)).readings.map((one) => one.what)).toContain('sound')
})

test('a text that endangers somebody is erased for good; that it was stays, the words do not', async () => {
  const before = await list()
  await say('Mon voisin de la maison bleue a tout vu')
  const voice = await newest(before)
  const [said] = voice.texts
  const data = mustParse(EraseText, { text: said?.id, because: 'endangers' })
  const erase = (who: string, id = newId()) => stage.as(who).post(`/api/voices/${voice.id}/erasures`, data, { id })
  expect((await erase('planner')).status).toBe(403)
  const id = newId()
  expect((await erase('witness', id)).status).toBe(200)
  expect((await erase('witness', id)).status).toBe(200)
  const after = await detail(voice.id)
  expect(after.texts).toEqual([])
  expect(after.decisions).toMatchObject([{ act: 'erased', result: null }])
  const left = await world.program.database.read((tx) => sql`select 1 from voice_text where id = ${said?.id ?? ''}::uuid`.execute(tx))
  expect(left.rows).toEqual([])
  expect((await erase('witness')).body).toMatchObject({ refusal: { code: 'no-such-voice-text' } })
})

test('the page of a code speaks other languages without the code in an address, counts what was added, and shows none of it', async () => {
  const code = codeOf(await say('Barrière de Kalole, un détail que moi seul connais', { from: '+243990000077' }))
  await say(`${code} encore ce matin`, { from: '+243990000077' })
  const follow = async (l: string) =>
    (
      await stage.app.inject({
        ...{ method: 'POST', url: '/report/follow', payload: new URLSearchParams({ code, l }).toString() },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    ).body
  const page = await follow('fr')
  expect(page).toContain('Faits que vous avez ajoutés : 1')
  expect(page).not.toMatch(/moi seul|ce matin/)
  expect(page).toMatch(/<button class="p" name="l" value="sw"/)
  expect(page).toMatch(/href="\/outcomes\?language=fr"/)
  expect(page).toMatch(/href="\/report\/follow\?l=fr"/)
  // As people write a day, in each language.
  expect(page).toMatch(/Reçu le \d{1,2} \p{Ll}+ \d{4}/u)
  expect(await follow('sw')).toMatch(/tarehe \d{1,2} \p{Lu}\p{Ll}+ \d{4}/u)
  expect(page).not.toMatch(/\d{4}-\d{2}-\d{2}/)
})

test('a waiting report stands in the bell of a desk that may see it, and in no other', async () => {
  const noticed = async (who: string): Promise<string> => JSON.stringify((await stage.as(who).get('/api/notices')).body)
  expect(await noticed('witness')).toContain('voicesWaiting')
  for (const who of ['agent', 'trader', 'inspector']) expect(await noticed(who)).not.toContain('voicesWaiting')
})
