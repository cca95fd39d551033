/* The gate, question by question; who may give consent by age; what a purpose reaches. */
import { expect, test } from 'vitest'
import { bands, clinic, consent, context, idOf, items, shelter } from '../case/case-story.ts'
import { areWhole, bandOf, firstAgeBands, isGivenByWhoMay } from './age-bands.ts'
import { type Consent, type ConsentItem, type Disclosure, Purpose } from './consent-words.ts'
import { type Gate, answersNow, consentFor, mayBeExported, withheldNow } from './gate.ts'
import { faultOf, fieldsOf, minimumSet, purposeRules } from './purposes.ts'

const AT = '2026-11-25T09:00:00.000Z'
const gate = (consents: readonly Consent[], at = AT): Gate => ({
  ...{ consents: consents.map((given) => ({ given, withdrawn: new Map() })), at },
  giving: { band: bands.adult, isMature: true, isDecidedInBestInterests: false },
})
const toShelter: Disclosure = { purpose: 'service-referral', recipient: shelter, service: 'safehouse', fields: ['age-band'] }
const codeOf = (some: Gate, disclosure = toShelter): string | null => {
  const outcome = consentFor(some, disclosure)
  return outcome.ok ? null : outcome.refusal.code
}

test('acceptance 4: no is not the same as not asked, and a later answer holds', () => {
  const yes = consent([items.toShelter])
  const later = (answer: ConsentItem['answer']): Consent =>
    consent([{ ...items.toShelter, id: 'later', answer }], { consent: idOf('consent', 21), validFrom: '2026-11-24T09:00:00.000Z' })
  expect(codeOf(gate([]))).toBe('consent-not-asked')
  expect(codeOf(gate([later('no')]))).toBe('consent-refused')
  expect(codeOf(gate([yes, later('no')]))).toBe('consent-refused')
  expect(codeOf(gate([later('no'), yes]))).toBe('consent-refused')
  expect(codeOf(gate([yes, later('not-asked')]))).toBeNull()
})

test('acceptance 4: consent holds from its day to its day', () => {
  const given = consent([items.toShelter], { validFrom: '2026-11-24T09:00:00.000Z', validTo: '2026-11-26T09:00:00.000Z' })
  expect(codeOf(gate([given], '2026-11-24T08:59:59.999Z'))).toBe('consent-not-yet-valid')
  expect(codeOf(gate([given], '2026-11-26T09:00:00.000Z'))).toBeNull()
  expect(codeOf(gate([given], '2026-11-26T09:00:00.001Z'))).toBe('consent-expired')
})

test('acceptance 4: only fields that the extent covers leave, never those that are withheld, never to whom they are withheld from', () => {
  expect(codeOf(gate([consent([items.toShelter])]), { ...toShelter, fields: ['age-band', 'name'] })).toBe('consent-does-not-cover-fields')
  expect(codeOf(gate([consent([items.toShelter], { withheldFields: ['age-band'] })]))).toBe('consent-does-not-cover-fields')
  expect(codeOf(gate([consent([items.toShelter], { withheldFrom: [shelter] })]))).toBe('consent-withheld-from-recipient')
  expect(codeOf(gate([consent([items.toShelter], { withheldFrom: [clinic] })]))).toBeNull()
})

test('acceptance 4: what is withheld stays withheld whatever is asked later, until the person lifts it', () => {
  const yes = consent([items.toShelter])
  const kept = consent([], { consent: idOf('consent', 21), withheldFields: ['age-band', 'needs'], withheldFrom: [clinic] })
  const other = consent([items.counted], { consent: idOf('consent', 22) })
  expect(codeOf(gate([yes, kept, other]))).toBe('consent-does-not-cover-fields')
  const lifted = consent([], { consent: idOf('consent', 23), liftedFields: ['age-band'] })
  expect(codeOf(gate([yes, kept, lifted, other]))).toBeNull()
  expect(withheldNow(gate([yes, kept, lifted, other]))).toEqual({ fields: ['needs'], from: [clinic] })
  const again = consent([], { consent: idOf('consent', 24), withheldFields: ['age-band'] })
  expect(codeOf(gate([yes, kept, lifted, again, other]))).toBe('consent-does-not-cover-fields')
  const child = { band: bands.child, isMature: false, isDecidedInBestInterests: false }
  expect(withheldNow({ ...gate([kept, lifted]), giving: child }).fields).toEqual(['age-band', 'needs'])
})

test('acceptance 4: an export counts only who said yes to that export', () => {
  const counted = (answer: ConsentItem['answer']): Gate => gate([consent([{ ...items.counted, answer }])])
  expect(
    ['yes', 'no', 'not-asked'].map((answer) =>
      mayBeExported(counted(answer === 'yes' || answer === 'no' ? answer : 'not-asked'), 'non-identifiable-statistics'),
    ),
  ).toEqual([true, false, false])
  expect(mayBeExported(counted('yes'), 'research-synthetic')).toBe(false)
})

test('each purpose reaches what the text gives it, and a question that it has no room for is a mistake of the form', () => {
  expect(
    Purpose.options.map((purpose) => `${purpose} ${purposeRules[purpose].recipient} ${purposeRules[purpose].extents.join('+')}`),
  ).toEqual([
    'case-management own full',
    'service-referral named minimum-for-service',
    'case-transfer named full+selected',
    'justice-report named statement-only',
    'family-tracing named identity-and-last-location',
    'authority-identification named nrm-form',
    'non-identifiable-statistics nobody aggregates',
    'research-synthetic nobody synthetic-attributes',
    'communication-testimony either anonymised-story',
    'follow-up-contact own safe-contact',
  ])
  expect(faultOf({ ...items.work, extent: 'selected' })).toBe('extent')
  expect(faultOf({ ...items.work, recipient: shelter })).toBe('recipient')
  expect(faultOf({ ...items.toShelter, recipient: null })).toBe('recipient')
  const { service: _service, ...withoutService } = items.toShelter
  expect(faultOf(withoutService)).toBe('service')
  expect(Object.values(items).map(faultOf)).toEqual([null, null, null, null, null])
  expect(fieldsOf(items.counted)).toEqual([])
  for (const service of ['safehouse', 'medical', 'psychosocial', 'livelihood', 'police'] as const)
    expect(minimumSet(service)).not.toContain('name')
})

test('the person sees the newest answer to each question', () => {
  const later = consent([{ ...items.toShelter, id: 'later', answer: 'no' }], { consent: idOf('consent', 21) })
  const now = answersNow(gate([consent([items.work, items.toShelter]), later]))
  expect(now.map(({ item }) => [item.purpose, item.answer])).toEqual([
    ['case-management', 'yes'],
    ['service-referral', 'no'],
  ])
})

test('a question that was passed over later hides no yes', () => {
  const passed = consent([{ ...items.work, id: 'later', answer: 'not-asked' }], { consent: idOf('consent', 21) })
  expect(answersNow(gate([consent([items.work]), passed])).map(({ item }) => [item.id, item.answer])).toEqual([[items.work.id, 'yes']])
  expect(answersNow(gate([passed, consent([items.work])])).map(({ item }) => item.answer)).toEqual(['yes'])
  expect(answersNow(gate([passed])).map(({ item }) => item.answer)).toEqual(['not-asked'])
})

const minor = { isMature: true, isDecidedInBestInterests: false }
const giver = { givenBy: 'guardian', assentOfChild: 'not-applicable', guardianAgrees: 'not-applicable' } as const
test.each([
  ['an adult for themselves', 30, { ...giver, givenBy: 'self' }, minor, true],
  ['somebody else for an adult', 30, giver, { ...minor, isDecidedInBestInterests: true }, false],
  ['a mature girl of sixteen, her guardian agreeing', 16, { ...giver, givenBy: 'self', guardianAgrees: 'yes' }, minor, true],
  ['a mature girl of sixteen, unsafe to ask', 16, { ...giver, givenBy: 'self', guardianAgrees: 'unsafe-to-ask' }, minor, true],
  ['a mature girl of sixteen, nobody asked', 16, { ...giver, givenBy: 'self' }, minor, false],
  ['a girl of sixteen who is not mature', 16, { ...giver, givenBy: 'self', guardianAgrees: 'yes' }, { ...minor, isMature: false }, false],
  ['a guardian of twelve years with assent', 12, { ...giver, assentOfChild: 'yes' }, minor, true],
  ['a guardian of twelve years against the child', 12, { ...giver, assentOfChild: 'no' }, minor, false],
  ['a child of twelve alone', 12, { ...giver, givenBy: 'self', guardianAgrees: 'yes' }, minor, false],
  ['a guardian of eight years, the child heard and against', 8, { ...giver, assentOfChild: 'no' }, minor, true],
  ['a guardian of eight years, the child not heard', 8, giver, minor, false],
  ['a guardian of three years', 3, giver, minor, true],
  ['nobody safe, decided in best interests', 3, { ...giver, givenBy: 'other' }, { ...minor, isDecidedInBestInterests: true }, true],
  ['nobody safe, nothing decided', 3, { ...giver, givenBy: 'other' }, minor, false],
] as const)('%s', (_who, years, given, who, may) => {
  const band = bandOf(years, firstAgeBands)
  expect(band && isGivenByWhoMay(given, band, who)).toBe(may)
})

test('ages are defaults of a country, marked as not read, and a country may write its own', () => {
  expect(firstAgeBands.map(({ band, evidence }) => [band, evidence])).toEqual([
    ['0-5', 'U'],
    ['6-10', 'U'],
    ['11-14', 'U'],
    ['15-17', 'U'],
    ['18-and-over', 'U'],
  ])
  expect([0, 5.99, 6, 10.99, 11, 15, 17.99, 18, 90].map((years) => bandOf(years, firstAgeBands)?.band)).toEqual([
    ...['0-5', '0-5', '6-10', '6-10', '11-14', '15-17', '15-17', '18-and-over', '18-and-over'],
  ])
  expect([areWhole(firstAgeBands), areWhole(firstAgeBands.slice(1)), areWhole(firstAgeBands.filter((_, at) => at !== 2))]).toEqual([
    true,
    false,
    false,
  ])
})

test('a guardian’s consent for a child who did not assent opens no gate', () => {
  const given = consent([items.toShelter], { givenBy: 'guardian', assentOfChild: 'no' })
  expect(codeOf({ ...gate([given]), giving: { band: bands.child, isMature: false, isDecidedInBestInterests: false } })).toBe(
    'consent-not-given-by-who-may',
  )
  expect(context.isChild).toBe(false)
})
