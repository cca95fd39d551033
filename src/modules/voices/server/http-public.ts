/*
The pages for people without an account: report, receipt, follow, add. Nothing of who sends is kept, logged or set: no cookie, no address, no
instant. The address of the network is used in memory for patience alone and never reaches a row.
*/
import { randomBytes } from 'node:crypto'
import { parse } from '../../../kernel/schema.ts'
import { rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone } from '../../../platform/http/route.ts'
import { IncidentCategory } from '../../incidents/contract.ts'
import { SiteId } from '../../sites/contract.ts'
import { NamedKind, type VoiceLanguage } from '../contract.ts'
import { readCode } from '../domain/receipt-code.ts'
import { PAGE_HEADERS } from '../page/frame.ts'
import { askPage, followPage } from '../page/follow-page.ts'
import { NOTHING_TYPED, type ReportForm, type Typed, receivedPage, reportPage, tooLargePage } from '../page/report-page.ts'
import { languageAsked } from '../page/words.ts'
import type { VoiceDoors } from './doors.ts'
import { placesLike } from './places.ts'
import { followedOf, reportOfCode } from './follow.ts'
import { MOST_FORM_BYTES, type SentForm, readForm } from './read-form.ts'
import { type Said, addFact, keepReport, saidNothing } from './take-in.ts'

const page = (body: string, status = 200): Reply => ({ status, body, contentType: 'text/html; charset=utf-8', headers: PAGE_HEADERS })
const languageFrom = ({ query, headers }: Incoming, asked?: string): VoiceLanguage => {
  const inAddress = typeof query === 'object' && query !== null && 'l' in query && typeof query.l === 'string' ? query.l : undefined
  return languageAsked(asked || inAddress, headers['accept-language'])
}
/** What ties two sendings of one page together: made here, so that nobody's guess is somebody else's report. */
const newForm = ({ sealing }: VoiceDoors): string => {
  const nonce = randomBytes(12).toString('base64url')
  return `${nonce}.${sealing.hash('form', nonce).slice(0, 16)}`
}
const formOf = (doors: VoiceDoors, sent: string): string => {
  const [nonce = '', signature = ''] = sent.split('.')
  return signature === doors.sealing.hash('form', nonce).slice(0, 16) ? sent : newForm(doors)
}

export const publicRoutes = (doors: VoiceDoors): readonly Route[] => {
  const emptyForm = (incoming: Incoming): Promise<Reply> =>
    Promise.resolve(page(reportPage({ language: languageFrom(incoming), form: newForm(doors), typed: NOTHING_TYPED, found: null })))
  const sends = { method: 'POST', allow: anyone, takesBytes: MOST_FORM_BYTES, inItsWords: inPages } as const
  const reads = { method: 'GET', allow: anyone } as const
  return [
    rawRoute({
      ...reads,
      path: '/report',
      summary: 'Form for an anonymous report, without script: fr, en, sw, ln by `?l=`',
      answer: emptyForm,
    }),
    rawRoute({ ...reads, path: '/r', summary: 'The same form under a short address', answer: emptyForm }),
    open(
      rawRoute({
        ...sends,
        path: '/report',
        summary: 'Keeps a report and shows its code once; always kept, never refused',
        answer: (incoming) => report(doors, incoming),
      }),
    ),
    rawRoute({
      ...reads,
      path: '/report/follow',
      summary: 'Form to ask by code what became of a report',
      answer: (incoming) => Promise.resolve(page(askPage({ language: languageFrom(incoming), isWrong: false }))),
    }),
    open(
      rawRoute({
        ...sends,
        path: '/report/follow',
        summary: 'What became of a report, by its code',
        answer: (incoming) => follow(doors, incoming),
      }),
    ),
    open(
      rawRoute({
        ...sends,
        path: '/report/facts',
        summary: 'Adds facts to a report, by its code',
        answer: (incoming) => facts(doors, incoming),
      }),
    ),
  ]
}
/** No cookie counts here, so a form may come from anywhere: old browsers name no origin when no referrer is sent. */
const open = (route: Route): Route => ({ ...route, fromAnywhere: true })

/** A body that is too large is told in a page, in the language of the browser. */
const inPages: NonNullable<Route['inItsWords']> = (reply, { headers }) =>
  reply.status === 413 ? page(tooLargePage(languageAsked(undefined, headers['accept-language'])), 413) : reply

const typedIn = (form: SentForm): Typed => ({
  ...{ text: form.field('text'), where: form.field('where'), place: form.field('place'), when: form.field('when'), who: form.field('who') },
  categories: form.all('c').filter((one) => parse(IncidentCategory, one).ok),
  kinds: form.all('k').filter((one) => parse(NamedKind, one).ok),
})

async function report(doors: VoiceDoors, incoming: Incoming): Promise<Reply> {
  const sent = await readForm(incoming.headers['content-type'] ?? '', incoming.body)
  const language = languageFrom(incoming, sent.field('l'))
  const typed = typedIn(sent)
  const again = (more: Partial<ReportForm>): Reply =>
    page(reportPage({ language, form: formOf(doors, sent.field('form')), typed, found: null, ...more }))
  if (sent.field('act') === 'search') return again({ found: await doors.database.read((tx) => placesLike(tx, doors, typed.where)) })
  if ([typed.text, typed.where, typed.who, typed.when].every((one) => one === '') && typed.categories.length + sent.photos.length === 0)
    return again({ note: 'empty' })
  const pace = doors.patience.report(incoming.address ?? '', incoming.now)
  if (pace === 'wait' && !doors.patience.hasWaited(sent.field('waited'), incoming.now))
    return again({ wait: { stamp: doors.patience.stamp(incoming.now), seconds: doors.patience.waitSeconds } })
  const photos = await keepPhotos(doors, sent, incoming.now)
  const said = saidIn(typed, { language, today: incoming.now.slice(0, 10), isSlow: pace !== 'at-once', photos: photos.kept })
  const form = formOf(doors, sent.field('form'))
  const kept = await keepReport(doors, said, { lasting: [`web ${form} ${JSON.stringify([typed, photos.kept])}`], sender: [] })
  return page(receivedPage({ language, code: kept.code, photoRefused: photos.refused > 0 }))
}

function saidIn(
  typed: Typed,
  more: { readonly language: VoiceLanguage; readonly today: string; readonly isSlow: boolean; readonly photos: readonly string[] },
): Said {
  const [kind = '', id = ''] = typed.place.split(':')
  const site = kind === 'site' && parse(SiteId, id).ok ? id : null
  return {
    ...{ ...saidNothing, channel: 'web', language: more.language, receivedOn: more.today, isSlow: more.isSlow },
    ...{ text: typed.text.slice(0, 8000), where: typed.where.slice(0, 400), when: typed.when.slice(0, 200), who: typed.who.slice(0, 400) },
    ...{
      categories: typed.categories,
      kinds: withNgo(typed.kinds),
      photos: more.photos,
      site,
      area: kind === 'area' ? id.slice(0, 12) : null,
    },
    occurredOn: /^\d{4}-\d{2}-\d{2}$/.test(typed.when) && typed.when <= more.today ? typed.when : null,
  }
}

/** One box stands for both. */
const withNgo = (kinds: readonly string[]): readonly string[] => (kinds.includes('civil-society') ? [...kinds, 'ngo'] : kinds)

/** A photograph that cannot be cleaned is not kept, and that is said; the report goes on without it. Its day is kept, not its instant. */
async function keepPhotos(
  doors: VoiceDoors,
  { photos, cut }: SentForm,
  now: string,
): Promise<{ readonly kept: readonly string[]; readonly refused: number }> {
  const kept: string[] = []
  for (const { bytes, mediaType } of photos) {
    const one = await doors.keepPhoto({ tenant: doors.tenant, bytes, mediaType, by: '', at: `${now.slice(0, 10)}T00:00:00.000Z` })
    if (one.ok) kept.push(one.value.file.sha256)
  }
  return { kept, refused: cut + photos.length - kept.length }
}

async function follow(doors: VoiceDoors, incoming: Incoming): Promise<Reply> {
  const sent = await readForm(incoming.headers['content-type'] ?? '', incoming.body)
  const language = languageFrom(incoming, sent.field('l'))
  const code = readCode(sent.field('code'))
  const row = await asked(doors, incoming, { typed: sent.field('code'), code })
  if (row === null || code === null) return page(askPage({ language, isWrong: true }))
  return page(followPage({ language, code, followed: await followedOf(doors, row, language), wasAdded: false }))
}

async function facts(doors: VoiceDoors, incoming: Incoming): Promise<Reply> {
  const sent = await readForm(incoming.headers['content-type'] ?? '', incoming.body)
  const language = languageFrom(incoming, sent.field('l'))
  const code = readCode(sent.field('code'))
  const row = await asked(doors, incoming, { typed: sent.field('code'), code })
  if (row === null || code === null) return page(askPage({ language, isWrong: true }))
  const photos = await keepPhotos(doors, sent, incoming.now)
  const text = sent.field('text').slice(0, 8000)
  if (text !== '' || photos.kept.length > 0) await addFact(doors, { report: row.id, text: text || '(photo)', photos: photos.kept })
  return page(
    followPage({ language, code, followed: await followedOf(doors, row, language), wasAdded: text !== '' || photos.kept.length > 0 }),
  )
}

/** An empty field is told at once. Of anything else the answer and its time tell nothing, also of what cannot be a code. */
const asked = async (
  doors: VoiceDoors,
  { address = '', now }: Incoming,
  { typed, code }: { readonly typed: string; readonly code: string | null },
) => (typed.trim() === '' ? null : doors.patience.ask(address, now, () => reportOfCode(doors, code ?? '')))
