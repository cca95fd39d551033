/* An import as the desk makes it: files in every spelling, rows parted into coded and identified, and what the server hears of them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedFile } from '../../../test/shared-data.ts'
import { csvOfRows } from '../../kernel/csv.ts'
import { htcdsNames, picklistOf } from './fields.ts'
import { identifiedTransfer } from './identified-transfer.ts'
import { checkBodyOf, planImport } from './import-plan.ts'
import { readFileRows } from './read-file.ts'
import { readHtcds } from './read-rows.ts'
import type { HtcdsRecord } from './record.ts'
import { joinRecord, splitRecord } from './split-record.ts'

const form = sharedFile('data/protection/htcds_xlsform.xml')
const digest = (text: string) => Promise.resolve(createHash('sha256').update(text).digest('hex'))
const plan = async (csv: string) => planImport((await readFileRows(Buffer.from(csv))) ?? [], { onDay: '2026-11-22', digest })

test('§11 test 8: a survey sent back by ODK or Kobo is read: groups before the name, a column for each code, columns about the form', async () => {
  const { rows, aboutHeadings } = await plan(
    'start,_uuid,meta/instanceID,person/prs_First_Name,person-prs_Gender,vic_Methods_of_Control/DebtBondage,vic_Methods_of_Control/FalsePromises,__version__\n' +
      '2026-01-01T10:00:00,u-1,uuid:1,Zawadi,Feminine,1,0,v1\n',
  )
  expect(aboutHeadings).toEqual([])
  expect(rows).toMatchObject([
    { complaints: [], coded: { prs_Gender: ['Feminine'], vic_MethodsOfControl: ['DebtBondage'] }, identity: { prs_FirstName: ['Zawadi'] } },
  ])
})

test('§11 test 8: a workbook gives the same rows as the text', async () => {
  const table = [
    ['prs_FirstName', 'vic_MethodsOfControl', 'cas_IncomingReferralDate'],
    ['Zawadi', 'DebtBondage;TakesEarnings', '2026-02-03'],
  ]
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(table), 'cases')
  const bytes: Uint8Array = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }))
  expect(await readFileRows(bytes)).toEqual(table)
  expect(await readFileRows(Buffer.from(csvOfRows(table)))).toEqual(table)
  expect(await readFileRows(Buffer.from('a,"never closed'))).toBeNull()
})

test.skipIf(form === null)(
  '§11 test 8: a submission of the survey form of the toolkit, as XML, is read; the form itself is no submission',
  async () => {
    const definition = readFileSync(form ?? '', 'utf8')
    expect(await readFileRows(Buffer.from(definition))).toBeNull()
    const answers: { readonly [name: string]: string } = {
      ...{ prs_First_Name: 'Zawadi &amp; &#201;lise', prs_Gender: 'Feminine', vic_Methods_of_Control: 'DebtBondage FalsePromises' },
      ...{ cas_IncomingReferralDate: '2026-02-03', instanceID: 'uuid:7731' },
    }
    const blank = /<data [\s\S]*?<\/data>/.exec(definition)?.[0] ?? ''
    const filled = blank.replaceAll(/<(\w+)\/>/g, (_, name: string) => `<${name}>${answers[name] ?? ''}</${name}>`)
    const { rows, aboutHeadings } = await planImport((await readFileRows(Buffer.from(`<?xml version="1.0"?>${filled}`))) ?? [], {
      ...{ onDay: '2026-11-22', digest },
    })
    expect(aboutHeadings).toEqual([])
    expect(rows).toMatchObject([
      {
        source: await digest('htcds-source:uuid:7731'),
        complaints: [],
        coded: {
          prs_Gender: ['Feminine'],
          vic_MethodsOfControl: ['DebtBondage', 'FalsePromises'],
          cas_IncomingReferralDate: ['2026-02-03'],
        },
        identity: { prs_FirstName: ['Zawadi & Élise'] },
      },
    ])
  },
)

test('§11 test 8: an unknown code is reported with its row and kept, in the part that is sealed', async () => {
  const { rows } = await plan('prs_Gender,vic_MethodsOfControl\nFemme,DebtBondage;Sorcellerie\n')
  expect(rows[0]?.complaints.map(({ field, problem, value }) => [field, problem, value])).toEqual([
    ['prs_Gender', 'unknown-code', 'Femme'],
    ['vic_MethodsOfControl', 'unknown-code', 'Sorcellerie'],
  ])
  expect(rows[0]?.coded).toEqual({ vic_MethodsOfControl: ['DebtBondage'] })
  expect(rows[0]?.identity).toEqual({ prs_Gender: ['Femme'], vic_MethodsOfControl: ['Sorcellerie'] })
})

test('a row that came twice is known by its number, or by itself where it has none; the number itself is not told', async () => {
  const numbered = await plan('_uuid,prs_Gender\nu-1,Feminine\nu-2,Feminine\nu-1,Masculine\n')
  expect(numbered.rows.map(({ isRepeated }) => isRepeated)).toEqual([false, false, true])
  expect(JSON.stringify(checkBodyOf(numbered.rows))).not.toContain('u-1')
  const plain = await plan('prs_Gender\nFeminine\nMasculine\nFeminine\n')
  expect(plain.rows.map(({ isRepeated }) => isRepeated)).toEqual([false, false, true])
})

test('no identified column ever stands in the request: a canary in every field that names, reaches, places or tells', async () => {
  const canary = (name: string) => `Zawadi-${name}`
  const row = htcdsNames.map((name) => (name === 'prs_Birthdate' ? '2009-05-05' : (picklistOf(name)[0] ?? canary(name))))
  const { rows } = await plan(csvOfRows([[...htcdsNames], row]))
  const body = JSON.stringify(checkBodyOf(rows))
  expect(body).not.toContain('Zawadi')
  expect(body).not.toContain('2009-05-05')
  expect(body).toContain('"prs_AgeBand":["09--17"]')
  // And nothing of it is lost: it is all in the other part.
  for (const name of htcdsNames)
    if (name !== 'prs_Birthdate' && picklistOf(name).length === 0) expect(rows[0]?.identity[name]).toEqual([canary(name)])
})

test('property: parting and joining a row loses nothing', () => {
  const value = fc.constantFrom('Feminine', 'DebtBondage', 'Zawadi', '2020-01-02', 'CD', '7', 'TRUE', 'RestrictsMovement')
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...htcdsNames), fc.uniqueArray(value, { minLength: 1, maxLength: 3 })), (record) => {
      const back: HtcdsRecord = joinRecord(splitRecord(record, '2026-11-22'))
      const sorted = (one: HtcdsRecord) => htcdsNames.flatMap((name) => (one[name] ? [[name, [...one[name]].toSorted()]] : []))
      expect(sorted(back)).toEqual(sorted(record))
    }),
    { numRuns: 100 },
  )
})

test('§11 test 4: the identified row of one case is made for one recipient, sealed, and only with a live consent to the transfer', async () => {
  const privateHalf = await generateX25519Identity()
  const recipient = await identityToRecipient(privateHalf)
  const parts = splitRecord({ prs_FirstName: ['Zawadi'], prs_Gender: ['Feminine'], prs_Birthdate: ['2009-05-05'] }, '2026-11-22')
  const yes = { purpose: 'case-transfer', isLiveYes: true }
  const sealed = await identifiedTransfer({ ...parts, consent: yes }, [recipient])
  if (!sealed.ok) throw new Error(sealed.refusal.code)
  expect(Buffer.from(sealed.value).toString('latin1')).not.toContain('Zawadi')
  const opened = new Decrypter()
  opened.addIdentity(privateHalf)
  const text = await opened.decrypt(sealed.value, 'text')
  expect(readHtcds((await readFileRows(Buffer.from(text))) ?? []).records).toEqual([
    { prs_FirstName: ['Zawadi'], prs_Gender: ['Feminine'], prs_Birthdate: ['2009-05-05'] },
  ])
  const code = async (consent: { purpose: string; isLiveYes: boolean }, key: string) => {
    const made = await identifiedTransfer({ ...parts, consent }, [key])
    return made.ok ? null : made.refusal.code
  }
  expect(await code({ ...yes, isLiveYes: false }, recipient)).toBe('transfer-needs-consent')
  expect(await code({ ...yes, purpose: 'service-referral' }, recipient)).toBe('transfer-needs-consent')
  expect(await code(yes, 'age1not-a-key')).toBe('transfer-key-not-valid')
  expect(await code(yes, `age1${'q'.repeat(58)}`)).toBe('transfer-key-not-valid')
})
