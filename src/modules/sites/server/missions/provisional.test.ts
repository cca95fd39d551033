/* What a telephone shows of its unsent commands is what the server answers once it has them: for tables of sequences and for random ones. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mustParse } from '../../../../kernel/schema.ts'
import { accounts, app, ask, members, newId, organisations, program, registerSite, setClock } from '../../../../../test/sites-bed.ts'
import { publishOwnForms } from '../../../forms/module.ts'
import { criteria, decidingCriteria } from '../../domain/missions/criteria.ts'
import { InspectionCommand } from '../../domain/missions/inspection-words.ts'
import { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { type Around, type WaitingCommand, foldInspection, wouldRefuse } from '../../domain/missions/provisional.ts'

const DAY = '2026-11-21'
setClock(`${DAY}T08:00:00.000Z`)
await publishOwnForms(program)
const published = await program.database.read((tx) => program.modules.forms.door.current(tx, program.tenant, 'inspection_cd'))
if (!published) throw new Error('the form that ships is not published')
const form = { form: published.form, version: published.version, sha256: published.sha256 }

/** One step of a team: who, the end of the path, what. */
interface Step {
  readonly role: 'MINES_PROV' | 'SAEMAPE_AGENT' | 'CIVIL_SOCIETY'
  readonly path: '' | 'answers' | 'findings' | 'dissents' | 'signatures' | 'submission' | 'actions' | 'abandonment'
  readonly data: object
}
const says = {
  '': 'open',
  ...{ answers: 'record-answers', findings: 'record-findings', dissents: 'dissent', signatures: 'sign', submission: 'submit' },
  ...{ actions: 'set-action', abandonment: 'abandon' },
} as const
const bodies = { MINES_PROV: 'mines-administration', SAEMAPE_AGENT: 'saemape', CIVIL_SOCIETY: 'civil-society' } as const
type Role = Step['role']
const roles: readonly Role[] = ['MINES_PROV', 'SAEMAPE_AGENT', 'CIVIL_SOCIETY']

async function send(step: Step & { readonly id: string }, inspection: string): Promise<string | null> {
  const url = step.path === '' ? '/api/inspections' : `/api/inspections/${inspection}/${step.path}`
  const answer = await app.inject({ method: 'POST', url, headers: { 'x-role': step.role }, payload: { id: step.id, data: step.data } })
  const body: { refusal?: { code: string } } = answer.json()
  if (answer.statusCode >= 500 || body.refusal?.code === 'not-understood') throw new Error(answer.body)
  return body.refusal?.code ?? null
}
const page = (inspection: string) => ask(InspectionPage, `/api/inspections/${inspection}`, 'SAEMAPE_AGENT')

/** An abandoned form proposes nothing: whether the colour on its page was signed once cannot be told from the page, and nobody reads it. */
const proposing = (page: object): object => ('phase' in page && page.phase === 'abandoned' ? { ...page, proposal: null } : page)
/** Without instants, without ids that the server makes, and without the order of what has none. */
function plain(page: object): unknown {
  const dropped = ['recordedAt', 'happenedAt', 'signedAt', 'code', 'provisional', 'id', 'action']
  const told: unknown = JSON.parse(JSON.stringify(page, (key, value: unknown) => (dropped.includes(key) ? undefined : value)))
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, one]): [string, unknown] => [key, sorted(one)])
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  }
  return sorted(told)
}

function waitingOf(step: Step & { readonly id: string }): WaitingCommand {
  const command = mustParse(InspectionCommand, { say: says[step.path], ...step.data })
  const values = command.say === 'record-answers' ? program.modules.forms.door.readSubmission(published ?? never(), command.xml) : null
  const account = accounts.get(step.role) ?? ''
  return { id: step.id, account, happenedAt: `${DAY}T09:00:00.000Z`, mine: step.role === 'MINES_PROV', command, values }
}
const never = (): never => {
  throw new Error('no form')
}

const aroundOf = (known: InspectionPage): Around => ({
  me: {
    account: accounts.get('MINES_PROV') ?? '',
    organisation: { id: organisations.get('MINES_PROV') ?? '', kind: 'provincial-division' },
  },
  mayReview: false,
  site: { name: known.name, nationalId: known.nationalId },
  ...{ mission: null, previousYellow: [], rulebook: known.rulebook, yellowMonths: 6, form, earlierActions: [], today: DAY },
})

/** Executes the first steps, folds the others over what the server says, executes them, and compares. */
async function compare(steps: readonly Step[], split: number): Promise<void> {
  const site = await registerSite()
  const opening: Step = { role: 'MINES_PROV', path: '', data: { site, date: DAY, onSite: true, members, form } }
  const all = [opening, ...steps].map((one) => ({ ...one, id: newId() }))
  const inspection = all[0]?.id ?? ''
  for (const step of all.slice(0, split)) await send(step, inspection)
  const before = split === 0 ? null : await page(inspection)
  const codes: (string | null)[] = []
  for (const step of all.slice(split)) codes.push(await send(step, inspection))
  const after = await page(inspection)
  const here = foldInspection(before, all.slice(split).map(waitingOf), aroundOf(after))
  expect(here?.provisional?.refused.map((one) => one.refusal.code) ?? []).toEqual(codes.filter((code) => code !== null))
  expect(plain(proposing(here ?? {}))).toEqual(plain(proposing(after)))
}

const findings = (role: Role, told: { readonly [criterion: string]: string }, more: object = {}): Step => ({
  ...{ role, path: 'findings' },
  data: { by: bodies[role], findings: Object.entries(told).map(([criterion, answer]) => ({ criterion, answer, ...more })) },
})
const complete = (role: Role, violated: readonly string[] = []): Step =>
  findings(role, Object.fromEntries(decidingCriteria.map(({ id }) => [id, violated.includes(id) ? 'violated' : 'met'])))
const sign = (role: Role, body: string = bodies[role]): Step => ({ role, path: 'signatures', data: { body } })
const submit: Step = { role: 'MINES_PROV', path: 'submission', data: {} }
const dissent = (role: Role, criterion: string): Step => ({
  role,
  path: 'dissents',
  data: { by: bodies[role], criterion, reason: 'vu autrement' },
})
const action = (role: Role, criterion: string): Step => ({ role, path: 'actions', data: { criterion, text: 'réparer', owner: 'operator' } })
const abandon = (role: Role): Step => ({ role, path: 'abandonment', data: { reason: 'ouverte deux fois' } })
const sha = (letter: string) => ({ sha256: letter.repeat(64), mediaType: 'image/jpeg', bytes: 9 })
const answers = (role: Role, told: { readonly [question: string]: string }, more: object = {}): Step => {
  const asked = Object.entries(told).map(([name, value]) => `<${name}_group><${name}>${value}</${name}></${name}_group>`)
  const xml = `<data id="${form.form}" version="${form.version}"><security>${asked.join('')}</security><meta><instanceID>uuid:1</instanceID></meta></data>`
  return {
    role,
    path: 'answers',
    data: { by: bodies[role], form, instance: 'uuid:1', xml, files: [], carried: true, filesFollow: true, ...more },
  }
}

const table: readonly [string, readonly Step[]][] = [
  ['only opened', []],
  [
    'two members disagree, one with words',
    [complete('MINES_PROV'), findings('CIVIL_SOCIETY', { R1: 'violated' }, { narrative: 'des taxes' }), dissent('CIVIL_SOCIETY', 'Y2')],
  ],
  [
    'signed by all and handed in',
    [complete('MINES_PROV', ['Y1']), action('SAEMAPE_AGENT', 'Y1'), ...roles.map((role) => sign(role)), submit],
  ],
  [
    'signed too early, twice, and for another',
    [sign('MINES_PROV'), complete('MINES_PROV'), sign('MINES_PROV'), sign('MINES_PROV'), sign('MINES_PROV', 'saemape'), submit],
  ],
  [
    'an answer after a signature takes it away',
    [complete('MINES_PROV'), sign('MINES_PROV'), findings('SAEMAPE_AGENT', { R2: 'violated' }), sign('MINES_PROV')],
  ],
  [
    'found after all had signed',
    [
      complete('MINES_PROV'),
      ...roles.map((role) => sign(role)),
      findings('CIVIL_SOCIETY', { R1: 'violated' }),
      dissent('SAEMAPE_AGENT', 'R1'),
      submit,
    ],
  ],
  [
    'a form, the same again, and with other content',
    [
      answers('MINES_PROV', { R1: 'met' }),
      answers('MINES_PROV', { R1: 'met' }),
      answers('SAEMAPE_AGENT', { R1: 'violated' }),
      answers(
        'MINES_PROV',
        { R1: 'met', Y1: 'violated' },
        { amends: { instance: 'uuid:1', reason: 'oubli' }, signals: [{ signal: 'gallery-photo', question: 'R1_photo' }] },
      ),
    ],
  ],
  [
    'photographs on their way',
    [
      answers('MINES_PROV', { R1: 'met' }, { files: [{ name: 'a.jpg', file: sha('a') }] }),
      answers(
        'CIVIL_SOCIETY',
        { R1: 'met' },
        {
          files: [
            { name: 'a.jpg', file: sha('a') },
            { name: 'b.jpg', file: sha('b') },
          ],
        },
      ),
    ],
  ],
  [
    'a red criterion waved through without a word',
    [
      complete('MINES_PROV'),
      findings('MINES_PROV', { R1: 'not_applicable' }),
      sign('MINES_PROV'),
      findings('MINES_PROV', { R1: 'not_applicable' }, { narrative: 'aucune route' }),
      sign('MINES_PROV'),
    ],
  ],
  [
    'given up, and something is still told',
    [
      complete('MINES_PROV', ['R1']),
      sign('MINES_PROV'),
      abandon('CIVIL_SOCIETY'),
      findings('SAEMAPE_AGENT', { Y1: 'violated' }),
      submit,
      abandon('MINES_PROV'),
    ],
  ],
]
test.each(table)('%s: the page of the phone is that of the server, wherever the network ended', async (_name, steps) => {
  for (let split = 0; split <= steps.length; split++) await compare(steps, split)
})

test.each(table)('%s: a phone warns before a decision exactly where the server would refuse it', async (_name, steps) => {
  const site = await registerSite()
  const inspection = newId()
  const opening: Step = { role: 'MINES_PROV', path: '', data: { site, date: DAY, onSite: true, members, form } }
  await send({ ...opening, id: inspection }, inspection)
  for (const step of steps.map((one) => ({ ...one, id: newId() }))) {
    const shown = await page(inspection)
    const { command } = waitingOf(step)
    const warning = step.role === 'MINES_PROV' ? wouldRefuse(shown, command, aroundOf(shown)) : null
    const code = await send(step, inspection)
    if (step.role === 'MINES_PROV' && step.path !== 'answers') expect([step.path, warning?.code ?? null]).toEqual([step.path, code])
  }
})

const anyRole = fc.constantFrom(...roles)
const anyCriterion = fc.constantFrom(...criteria.map((one) => one.id))
const anyAnswer = fc.constantFrom('met', 'violated', 'not_assessed', 'not_applicable')
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(anyRole, fc.dictionary(anyCriterion, anyAnswer, { minKeys: 1, maxKeys: 3 }))
      .map(([role, told]) => findings(role, told)),
  },
  { weight: 2, arbitrary: fc.tuple(anyRole, fc.subarray(['R1', 'Y1', 'Y3'])).map(([role, violated]) => complete(role, violated)) },
  { weight: 4, arbitrary: anyRole.map((role) => sign(role)) },
  { weight: 1, arbitrary: fc.constant(submit) },
  { weight: 2, arbitrary: fc.tuple(anyRole, anyCriterion).map(([role, criterion]) => dissent(role, criterion)) },
  { weight: 1, arbitrary: fc.tuple(anyRole, anyCriterion).map(([role, criterion]) => action(role, criterion)) },
  { weight: 2, arbitrary: fc.tuple(anyRole, fc.constantFrom('met', 'violated')).map(([role, R1]) => answers(role, { R1 })) },
  { weight: 1, arbitrary: anyRole.map((role) => abandon(role)) },
)
test('so for random sequences of a team', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 9 }), fc.nat(), async (steps, at) => {
      await compare([complete('MINES_PROV'), ...steps], at % (steps.length + 2))
    }),
    { numRuns: 40 },
  )
})
