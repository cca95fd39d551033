/* Scenes of the grievance desk: people without an account report by the form; one is settled, one waits with facts added, one came on paper. */
import { baselineJpeg } from '../sample-files.ts'
import { looseRecord, listOf, mustParse, text } from '../../src/kernel/schema.ts'
import { newId, subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

const BOUNDARY = 'voices-of-lukanda'
const part = (head: string, content: Uint8Array | string): Buffer =>
  Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])

/** As an old telephone sends its form; the code on the page is all that the person has. */
async function sendForm(stage: Stage, fields: readonly (readonly [string, string])[], photo = false): Promise<void> {
  const parts = fields.map(([name, value]) => part(`name="${name}"`, value))
  if (photo) parts.push(part('name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg', baselineJpeg))
  const answer = await stage.app.inject({
    ...{ method: 'POST', url: '/report', payload: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]) },
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  })
  if (!/class="code">[\d ]{20,}</.test(answer.body)) throw new Error('a report of the world got no code')
}
const Voices = looseRecord({ voices: listOf(looseRecord({ id: text(), categories: listOf(text()) })) })
async function voiceAbout(stage: Stage, category: string): Promise<string> {
  const { voices } = mustParse(Voices, (await stage.as('witness').get('/api/voices')).body)
  return voices.find((one) => one.categories.includes(category))?.id ?? ''
}

export async function speakUp(stage: Stage, site: string): Promise<void> {
  await sendForm(stage, [
    ['l', 'sw'],
    ['act', 'send'],
    ['c', 'environment'],
    ['text', 'Maji ya kijiji yamechafuka tangu pampu mpya ianze.'],
    ['place', `site:${site}`],
  ])
  const settled = await voiceAbout(stage, 'environment')
  subjectOf(
    await stage.as('witness').post(`/api/voices/${settled}/answers`, { text: 'Asante. Tumepeleka taarifa kwa ofisi ya mazingira.' }),
  )
  subjectOf(
    await stage
      .as('witness')
      .post(`/api/voices/${settled}/triages`, { result: 'referred', note: 'Transmis au service de l’environnement.' }),
  )
}
export async function speakAgain(stage: Stage): Promise<void> {
  await sendForm(
    stage,
    [
      ['l', 'fr'],
      ['act', 'send'],
      ['c', 'roadblock'],
      ['c', 'illegal-tax'],
      ['k', 'army'],
      ['text', 'À la barrière du pont on demande 2 000 FC par sac, le jour et la nuit.'],
      ['where', 'Lukanda-Est'],
    ],
    true,
  )
}
export async function bringPaper(stage: Stage, day: string): Promise<void> {
  const data = {
    source: 'paper',
    language: 'ln',
    receivedOn: day,
    text: 'Libulu ekweyi na pongwa, bato mibale bazoki.',
    categories: ['accident'],
    kinds: [],
  }
  const answer = await stage.as('witness').send('/api/voices', { id: newId(), data })
  if (answer.status !== 200) throw new Error(`a paper of the world was not taken: ${answer.status}`)
}
