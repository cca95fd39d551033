/* The papers of a session, for who teaches there, and the public page that checks a certificate by its code. */
import { toSVG } from 'bwip-js/node'
import { refused } from '../../../../kernel/outcome.ts'
import { looseRecord, maybe, parse, record, text } from '../../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import type { Html } from '../../../../platform/http/html.ts'
import { type Incoming, type Reply, type Route, anyone } from '../../../../platform/http/route.ts'
import { ImportedSession, SessionId, type SessionShown, TestMoment } from '../../contract-training.ts'
import { readCertificateCode } from '../../domain/training/certificate-code.ts'
import { revocationReasonOf } from '../../domain/training/session-events.ts'
import { attendanceSheet, certificatePaper, testKey, testSheet } from '../../page/training-papers.ts'
import { type Verified, verifyPage } from '../../page/verify-page.ts'
import type { TrainingDoors } from './doors.ts'
import { seePerson } from './http-persons.ts'
import { TRAIN, sessionParams } from './http-training.ts'
import { contentOf, provinceNames, readSession } from './read-training.ts'
import { findByCode } from './store-read.ts'
import { slowWrongCodes } from './wrong-codes.ts'

const page = (body: Html, status = 200): Reply => ({ status, body: body.html, contentType: 'text/html; charset=utf-8' })
const at = '/training/sessions/:session'
/** Its own type leaves out the options of a single symbology. */
const squareOptions = (content: string) => ({ bcid: 'qrcode', text: content, eclevel: 'M', padding: 4 })

export const paperRoutes = (doors: TrainingDoors & { readonly baseUrl: string }): readonly Route[] => [
  sheet(doors, ['attendance-sheet', 'The attendance sheet on A4: badges, blank columns for names and signatures'], (shown, { language }) =>
    attendanceSheet(shown, language),
  ),
  sheet(doors, ['tests/:when', 'The test on A4 with boxes to tick'], (shown, { language, params }) => {
    const when = parse(looseRecord({ when: TestMoment }), params)
    return when.ok ? testSheet(shown, { when: when.value.when, language }) : null
  }),
  sheet(doors, ['test-key', 'The correction key of the test, on a page of its own'], (shown, { language }) => testKey(shown, language)),
  rawRoute({
    ...{ method: 'GET', path: `${at}/certificates/:badge`, allow: TRAIN, schemas: {} },
    summary: 'The certificate of one person with name and code, to print; the look is written down',
    answer: async (incoming) => {
      const seen = await seePerson(doors, incoming, 'certificate')
      if ('status' in seen) return seen
      const session = await shownOf(doors, incoming)
      const participant = session?.participants?.find(({ badge }) => badge === seen.row.badge)
      const code = seen.row.certificateCode
      if (!session || !participant || code === null || seen.row.revokedOn !== null)
        return outcomeReply(refused('unknown-training-certificate'))
      const square = toSVG(squareOptions(`${doors.baseUrl}/training/verify/${code}`))
      return page(certificatePaper({ session, participant, name: seen.shown.name, code, square }, incoming.language))
    },
  }),
  ...verification(doors),
]

async function shownOf(doors: TrainingDoors, { params, door, who, tenant, now }: Incoming): Promise<SessionShown | null> {
  const asked = parse(looseRecord({ session: SessionId }), params)
  return asked.ok ? door.read((tx) => readSession(tx, doors, { tenant, who, now, id: asked.value.session })) : null
}
const sheet = (
  doors: TrainingDoors,
  [path, summary]: readonly [string, string],
  draw: (shown: SessionShown, incoming: Incoming) => Html | null,
): Route =>
  rawRoute({
    ...{
      method: 'GET',
      path: `${at}/${path}`,
      summary,
      allow: TRAIN,
      schemas: { params: path.includes(':when') ? testParams : sessionParams },
    },
    answer: async (incoming) => {
      const asked = parse(path.includes(':when') ? testParams : sessionParams, incoming.params)
      if (!asked.ok) return badInput(asked.faults)
      const shown = await shownOf(doors, incoming)
      // Whoever does not teach there gets no list of badges, and so no paper.
      const drawn = shown === null || shown.participants === null ? null : draw(shown, incoming)
      return drawn === null ? outcomeReply(refused('unknown-training-session')) : page(drawn)
    },
  })
const testParams = record({ session: SessionId, when: TestMoment })

function verification(doors: TrainingDoors): readonly Route[] {
  const slow = slowWrongCodes()
  const verify = async (incoming: Incoming, typed: string): Promise<Reply> => {
    const code = readCertificateCode(typed)
    const found = code === null ? null : await verified(doors, incoming, code)
    // Who mistypes is told at once; who guesses gets the check digits right, and waits.
    if (code !== null && found === null) await slow(incoming.address ?? '', incoming.now)
    return page(verifyPage({ found, typed }, incoming.language), found === null ? 404 : 200)
  }
  return [
    rawRoute({
      ...{
        method: 'GET',
        path: '/training/verify',
        allow: anyone,
        schemas: { query: record({ code: maybe(text(40)), language: maybe(text(8)) }) },
      },
      summary: 'Asks for the code of a training certificate; a page without script, open to everybody',
      answer: (incoming) => {
        const asked = parse(looseRecord({ code: text(40) }), incoming.query)
        return asked.ok
          ? verify(incoming, asked.value.code)
          : Promise.resolve(page(verifyPage({ found: null, typed: null }, incoming.language)))
      },
    }),
    rawRoute({
      ...{ method: 'GET', path: '/training/verify/:code', allow: anyone, schemas: { params: record({ code: text(40) }) } },
      summary: 'Whether a training certificate is valid: what was taught, when and where; never a name',
      answer: (incoming) => {
        const asked = parse(record({ code: text(40) }), incoming.params)
        return asked.ok ? verify(incoming, asked.value.code) : Promise.resolve(badInput(asked.faults))
      },
    }),
  ]
}
/** A code whose check digits do not fit is never asked for. */
const verified = (doors: TrainingDoors, { door, tenant }: Incoming, code: string): Promise<Verified | null> =>
  door.read(async (tx) => {
    const row = await findByCode(tx, tenant, code)
    if (row === null) return null
    const isImported = parse(ImportedSession, row.content).ok
    const { title, modules } = contentOf({ state: isImported ? 'imported' : 'planned', content: row.content })
    const nameOf = await provinceNames(tx, doors, tenant)
    return {
      ...{
        number: row.number,
        title,
        modules,
        firstDay: row.firstDay,
        lastDay: row.lastDay,
        provinceName: nameOf(row.province),
        on: row.on,
      },
      revoked: row.revokedOn === null ? null : { day: row.revokedOn, reason: revocationReasonOf(row.revokedReason) },
    }
  })
