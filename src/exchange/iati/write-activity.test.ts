/*
IATI 2.03: the file is valid by the published XSD and by the checker beside it (no point, nothing below a province, no person, codes of the list), and carries results by quarter. The
validator stands among the packages of development; where it was not installed the test says so, in continuous integration it fails.
*/
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { samplePublication } from '../../../test/sample-publication.ts'
import { sharedFile } from '../../../test/shared-data.ts'
import { iatiXml } from './write-activity.ts'

const facts = { country: 'CD', madeAt: '2026-11-21T09:40:00.000Z' }
const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url))
const hasValidator = existsSync(join(packages, 'libxml2-wasm')) || process.env['CI'] !== undefined
const checker = sharedFile('standards/humanitarian/iati')
const codes = sharedFile('data/lists/pcodes_cod_mng.csv')

function checked(xml: string): { readonly status: number | null; readonly said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'iati-'))
  try {
    cpSync(join(checker ?? '', 'check.mjs'), join(folder, 'check.mjs'))
    cpSync(join(checker ?? '', 'schema'), join(folder, 'schema'), { recursive: true })
    symlinkSync(packages, join(folder, 'node_modules'))
    writeFileSync(join(folder, 'out.xml'), xml)
    const done = spawnSync(process.execPath, ['check.mjs', '--file', 'out.xml', '--pcodes', codes ?? ''], { cwd: folder, encoding: 'utf8' })
    return { status: done.status, said: `${done.stdout}${done.stderr}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
test.skipIf(!hasValidator || checker === null || codes === null)('what is written passes the published XSD and the rules on places', () => {
  for (const isProtection of [false, true]) {
    const { status, said } = checked(iatiXml(samplePublication({ isProtection }), facts))
    expect(said).toContain('OK')
    expect(status).toBe(0)
  }
  const broken = iatiXml(samplePublication(), facts).replace('<activity-status', '<activity-states')
  expect(checked(broken).status).toBe(1)
})

test('places stop at the province; a part that was withheld is in no file; targets stand where a milestone ends with the quarter', () => {
  const xml = iatiXml(samplePublication(), facts)
  expect(xml).not.toMatch(/CD6301|Kindu|<point|person-name/)
  expect(xml).toContain('<administrative vocabulary="99" code="CD63" level="1"/>')
  expect(xml).toContain('<period-start iso-date="2025-04-01"/><period-end iso-date="2025-06-30"/><target value="100"/><actual value="70"/>')
  expect(xml).toContain('<dimension name="sex" value="women"/>')
  expect(xml).not.toContain('value="men"')
  expect(xml).toContain(
    '<result type="1"><title><narrative xml:lang="fr">Produit</narrative><narrative xml:lang="en">Output</narrative></title>',
  )
})
test('an invented province has no code of the standard, and is not told as if it had', () => {
  const publication = samplePublication()
  const activities = publication.activities.map((one) => ({ ...one, province: { code: 'XL1', name: 'Lukanda' } }))
  expect(iatiXml({ ...publication, activities }, facts)).not.toContain('<location>')
})
test('no budget lasts longer than a year; the years of a line add up to it', () => {
  const publication = samplePublication()
  const [line] = publication.budget
  const cents = 10_000_001
  const opened = { ...publication.opened, startsOn: '2024-02-29', endsOn: '2026-08-31' }
  const xml = iatiXml({ ...publication, opened, budget: line === undefined ? [] : [{ ...line, cents }] }, facts)
  const found = [...xml.matchAll(/<budget><period-start iso-date="(.+?)"\/><period-end iso-date="(.+?)"\/><value .+?>(.+?)<\/value>/g)]
  expect(found.map(([, from, until]) => [from, until])).toEqual([
    ['2024-02-29', '2025-02-27'],
    ['2025-02-28', '2026-02-27'],
    ['2026-02-28', '2026-08-31'],
  ])
  expect(found.reduce((sum, [, , , value]) => sum + Math.round(Number(value) * 100), 0)).toBe(cents)
  expect(Number(found[2]?.[3])).toBeLessThan(Number(found[0]?.[3]) / 1.9)
})
test('of several countries all are named, and no share is made up', () => {
  const publication = samplePublication()
  const activities = publication.activities.map((one, at) => (at === 0 ? { ...one, province: { code: 'RW05', name: 'Est' } } : one))
  const xml = iatiXml({ ...publication, activities }, facts)
  expect(xml.match(/<recipient-country [^>]*>/g)).toEqual(['<recipient-country code="CD"/>', '<recipient-country code="RW"/>'])
})
