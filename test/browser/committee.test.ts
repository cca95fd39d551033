/*
A secretary's day in a browser: an extraordinary meeting is convened and its agenda is there by itself, it opens with everybody, a decision gets its number, civil society
leaves and nothing more can be decided, and the papers print without a name.
*/
import { expect } from 'vitest'
import { visit } from './visitor.ts'
import { way } from './way.ts'

const secretary = await visit({ as: 'secretary', onlyLooks: true })
const { page } = secretary
const step = way(() => secretary.photograph('failed-committee'))
const press = (name: string | RegExp, nth = 0) => page.getByRole('button', { name }).nth(nth).click()
const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const made = { meeting: '' }

step('convenes a meeting that cannot wait: what is open is its agenda', async () => {
  await secretary.open('/coordination')
  await page.getByRole('link', { name: 'Comité provincial de suivi de Lukanda' }).first().click()
  await press('Convoquer une réunion')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('extraordinaire', { exact: true }).click()
  await dialog.getByLabel('Jour').fill(await today())
  await dialog.getByLabel('Lieu').fill('Salle de la Division')
  await dialog.getByLabel('Pourquoi elle ne peut pas attendre').fill('Barrières sur la piste du lac')
  await inDialog('Convoquer')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  made.meeting = await newest()
  await secretary.open(`/meetings/${made.meeting}`)
  await page
    .getByText(/Action en retard, échue le/)
    .first()
    .waitFor()
  await page
    .getByText(/Action passée à ce comité/)
    .first()
    .waitFor()
  await page.getByText('Site rouge\u00a0: Kiwanja B').first().waitFor()
})
step('opens it with everybody and writes down a decision', async () => {
  await press('Ouvrir la réunion')
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir', exact: true }).isDisabled()).toBe(true)
  await inDialog('Noter présents les sièges qui restent')
  await inDialog('Ouvrir')
  await page.getByText('Le quorum est réuni.').waitFor()
  await press('Décider')
  await page.getByRole('dialog').getByLabel('Texte').fill('Demander la levée des barrières sans ordre écrit.')
  await inDialog('Inscrire')
  await page
    .getByText(/^CPS-LK-\d{4}-\d\d-D01$/)
    .first()
    .waitFor()
})
step('civil society leaves: the quorum is lost, and nothing more can be decided', async () => {
  const seat = page.getByRole('listitem').filter({ hasText: 'Groupe thématique mines' })
  await seat.getByRole('button', { name: 'Départ' }).click()
  await page.getByText(/Le quorum n’est pas réuni/).waitFor()
  expect(await page.getByRole('button', { name: 'Décider' }).count()).toBe(0)
  await press('Clore la réunion')
  await inDialog('Clore')
  await page.getByText('close', { exact: true }).first().waitFor()
  await secretary.photograph('committee-meeting-1280')
})
step('prints the minutes: a draft that names no person', async () => {
  await page.goto(`${secretary.address}/coordination/meetings/${made.meeting}/minutes/print?language=fr`)
  const said = await page.locator('body').innerText()
  expect(said).toContain('Projet, non approuvé')
  expect(said).toContain('Perdu ou non réuni')
  expect(said).toContain('Groupe thématique mines')
  expect(said).not.toContain('Honorine')
})

const asked = async (path: string): Promise<unknown> => (await secretary.context.request.get(`${secretary.address}${path}`)).json()
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
/** The server's day, which is the day of the played province. */
async function today(): Promise<string> {
  const { headers } = await page.evaluate(async () => {
    const answer = await fetch('/api/about')
    return { headers: answer.headers.get('date') ?? '' }
  })
  return new Date(headers).toISOString().slice(0, 10)
}
async function newest(): Promise<string> {
  const id = /coordination\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  const meetings = field(await asked(`/api/coordination/committees/${id}`), 'meetings')
  const extra = (Array.isArray(meetings) ? meetings : []).find(
    (one) => field(one, 'kind') === 'EXTRA' && field(one, 'state') === 'convened',
  )
  return String(field(extra, 'id'))
}
