/* The dialogs of an exporter and of its owners: what is sent, when nothing is, and that the name of a person never stands in what the log keeps. */
import { describe, expect, test } from 'vitest'
import { parse } from '../../../../kernel/schema.ts'
import * as contract from '../../contract-exporters.ts'
import {
  type OwnerForm,
  admissionOf,
  depotsText,
  descriptionOf,
  endingOf,
  linkedReportOf,
  ownerOf,
  screeningOf,
  shareOf,
} from './exporter-forms.ts'

test('depots: one to a line, with name and locality; what is shown reads back as it was', () => {
  const sent = descriptionOf(['Sn'], ' Central ; Lukanda \n\nPort; Kiwanja')
  expect(sent).toEqual({
    minerals: ['Sn'],
    depots: [
      { name: 'Central', locality: 'Lukanda' },
      { name: 'Port', locality: 'Kiwanja' },
    ],
  })
  expect(parse(contract.DescribeExporter, sent).ok).toBe(true)
  expect(descriptionOf(['Sn'], depotsText(sent?.depots ?? []))).toEqual(sent)
  expect(descriptionOf([], '')).toEqual({ minerals: [], depots: [] })
})
test.each(['Central', '; Lukanda', 'Central ;'])('a depot that is half said is not sent: %s', (line) =>
  expect(descriptionOf([], line)).toBeNull(),
)

test('a screening names its lists and its day', () => {
  const form = { on: '2026-11-20', lists: ' ONU ', result: 'match' } as const
  expect(screeningOf(form)).toEqual({ ...form, lists: 'ONU' })
  expect(parse(contract.SanctionsScreening, screeningOf(form)).ok).toBe(true)
  expect([screeningOf({ ...form, on: '' }), screeningOf({ ...form, lists: ' ' })]).toEqual([null, null])
})
test('a report of due diligence: year, title, an address that opens', () => {
  const form = { year: '2025', title: 'Rapport', address: 'https://nyota.example/r' }
  expect(parse(contract.LinkReport, linkedReportOf(form)).ok).toBe(true)
  for (const part of [{ year: '25' }, { title: '' }, { address: 'nyota.example' }]) expect(linkedReportOf({ ...form, ...part })).toBeNull()
})
test('the end of a supplier and an admission say a day and why', () => {
  const supplier = '0193a1b2-0000-7000-8000-000000000001'
  expect(parse(contract.EndSupplier, endingOf({ supplier, on: '2026-11-20', reason: 'r' })).ok).toBe(true)
  expect(endingOf({ supplier, on: '2026-11-20', reason: ' ' })).toBeNull()
  expect(parse(contract.AdmitBlue, admissionOf({ from: '2026-11-20', reason: 'r' })).ok).toBe(true)
  expect(admissionOf({ from: '', reason: 'r' })).toBeNull()
})

describe('owners', () => {
  const form: OwnerForm = { role: 'beneficial-owner', kind: 'person', name: ' Okito ', country: 'cd', share: '25,5', from: '2026-01-01' }
  test.each([
    ['25,5', 2550],
    ['25.55', 2555],
    ['100', 10_000],
    ['0,01', 1],
    [' 60 % ', 6000],
    ['0', null],
    ['100,01', null],
    ['25,555', null],
    ['1e1', null],
    ['-5', null],
    ['', null],
    ['moitié', null],
  ])('a share as people write it: %s', (text, hundredths) => expect(shareOf(text)).toBe(hundredths))
  test('the name of a person goes beside the holder, a body is named in it', () => {
    expect(ownerOf(form)).toEqual({
      ...{ role: 'beneficial-owner', shareHundredths: 2550, from: '2026-01-01' },
      ...{ holder: { kind: 'person' }, person: { name: 'Okito', nationality: 'CD' } },
    })
    const body = ownerOf({ ...form, kind: 'body', name: 'Lukanda SA' })
    expect(body).toMatchObject({ holder: { kind: 'body', name: 'Lukanda SA', country: 'CD' } })
    expect(body).not.toHaveProperty('person')
    for (const one of [ownerOf(form), body]) expect(parse(contract.EnterOwner, one).ok).toBe(true)
  })
  test.each<[string, Partial<OwnerForm>]>([
    ['name', { name: ' ' }],
    ['country', { country: 'Congo' }],
    ['share', { share: 'x' }],
    ['day', { from: '' }],
  ])('nothing is sent without %s', (_part, change) => expect(ownerOf({ ...form, ...change })).toBeNull())
})
